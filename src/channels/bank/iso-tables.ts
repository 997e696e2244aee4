// What of ISO 20022 this channel writes: the tree of pain.001.001.09 with the order, presence and type of every element, from the published
// message definition. `check-iso.ts` holds what we send to it; `iso-20022.conformance.test.ts` holds that to the XSD and to what others write.
export type IsoType =
  | 'Max16Text'
  | 'Max34Text'
  | 'Max35Text'
  | 'Max70Text'
  | 'Max140Text'
  | 'Max15NumericText'
  | 'Code'
  | 'Date'
  | 'DateTime'
  | 'Amount'
  | 'Decimal';
export type IsoElement = {
  readonly name: string;
  readonly required: boolean;
  readonly type?: IsoType;
  /** The only texts that may stand there. */
  readonly codes?: readonly string[];
  readonly children?: readonly IsoElement[];
};

const must = (name: string, type: IsoType, codes?: readonly string[]): IsoElement => ({
  name,
  required: true,
  type,
  ...(codes ? { codes } : {}),
});
const may = (name: string, type: IsoType): IsoElement => ({ name, required: false, type });
const group = (name: string, ...children: readonly IsoElement[]): IsoElement => ({ name, required: true, children });
const part = (name: string, ...children: readonly IsoElement[]): IsoElement => ({ name, required: false, children });

const account = (name: string) => group(name, group('Id', group('Othr', must('Id', 'Max34Text'))));

export const PAIN_001 = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
export const pain001: IsoElement = group(
  'Document',
  group(
    'CstmrCdtTrfInitn',
    group(
      'GrpHdr',
      must('MsgId', 'Max35Text'),
      must('CreDtTm', 'DateTime'),
      must('NbOfTxs', 'Max15NumericText'),
      must('CtrlSum', 'Decimal'),
      group('InitgPty', must('Nm', 'Max140Text')),
    ),
    group(
      'PmtInf',
      must('PmtInfId', 'Max35Text'),
      must('PmtMtd', 'Code', ['TRF']),
      must('NbOfTxs', 'Max15NumericText'),
      must('CtrlSum', 'Decimal'),
      group('PmtTpInf', group('CtgyPurp', must('Cd', 'Code', ['TAXS']))),
      group('ReqdExctnDt', must('Dt', 'Date')),
      group('Dbtr', must('Nm', 'Max140Text'), part('Id', group('OrgId', group('Othr', must('Id', 'Max35Text'))))),
      account('DbtrAcct'),
      group('DbtrAgt', group('FinInstnId', group('Othr', must('Id', 'Max35Text')))),
      group(
        'CdtTrfTxInf',
        group('PmtId', must('InstrId', 'Max35Text'), must('EndToEndId', 'Max35Text')),
        group('Amt', must('InstdAmt', 'Amount')),
        group('Cdtr', must('Nm', 'Max140Text')),
        account('CdtrAcct'),
        group('Purp', must('Cd', 'Code', ['TAXS'])),
        group(
          'RmtInf',
          may('Ustrd', 'Max140Text'),
          group('Strd', group('RfrdDocInf', must('Nb', 'Max35Text')), must('AddtlRmtInf', 'Max140Text')),
        ),
      ),
    ),
  ),
);
