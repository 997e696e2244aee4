// The order to pay a tax bill as ISO 20022 pain.001.001.09, one transaction in one payment: targets are paths below CstmrCdtTrfInitn.
import type { DocumentDefinition, EncodedDocument, MappedField } from '../../hub/mapping/contract.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';
import { type IsoElement, PAIN_001, pain001 } from './iso-tables.ts';

const TRANSACTION = 'PmtInf/CdtTrfTxInf';
const constants: Readonly<Record<string, string>> = {
  'GrpHdr/NbOfTxs': '1',
  'PmtInf/PmtMtd': 'TRF',
  'PmtInf/NbOfTxs': '1',
  'PmtInf/PmtTpInf/CtgyPurp/Cd': 'TAXS',
  // The account itself says which bank it is with, as the agreement of three parties (三方协议) has it.
  'PmtInf/DbtrAgt/FinInstnId/Othr/Id': 'NOTPROVIDED',
  [`${TRANSACTION}/Purp/Cd`]: 'TAXS',
};
const limits: Readonly<Record<string, number>> = { Max34Text: 34, Max35Text: 35, Max70Text: 70, Max140Text: 140 };

function encodeOrder(fields: readonly MappedField[]): EncodedDocument {
  const values = new Map([...Object.entries(constants), ...fields.map((f) => [f.target, f.value] as const)]);
  const currency = values.get(`${TRANSACTION}/Amt/InstdAmt@Ccy`) ?? '';
  const holdsValue = (element: IsoElement, path: string): boolean =>
    element.children
      ? element.children.some((child) => holdsValue(child, `${path}/${child.name}`))
      : (values.get(path) ?? '') !== '';
  const write = (element: IsoElement, path: string): XmlPart | undefined => {
    if (!element.children) {
      const text = values.get(path) ?? '';
      if (text === '' && !element.required) return undefined;
      const cut = [...text].slice(0, limits[element.type ?? ''] ?? text.length).join('');
      return element.type === 'Amount' ? [element.name, cut, { Ccy: currency }] : [element.name, cut];
    }
    // An optional group stands there only when something is in it.
    if (!element.required && !holdsValue(element, path)) return undefined;
    const parts = element.children.flatMap((child): XmlPart[] => {
      const made = write(child, path === '' ? child.name : `${path}/${child.name}`);
      return made ? [made] : [];
    });
    return [element.name, parts];
  };
  const initiation = pain001.children?.[0];
  const body = initiation && write(initiation, '');
  const xml = writeXml(['Document', body ? [body] : [], { xmlns: PAIN_001 }]);
  return {
    bytes: encodeText(xml, 'utf-8'),
    mediaType: 'application/xml',
    charset: 'utf-8',
    fileName: `pain.001-${values.get('GrpHdr/MsgId') ?? ''}.xml`,
  };
}

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'bank.payment-order',
    name: { zh: '支付指令', en: 'Payment order' },
    trigger: 'payment.ordered',
    neededWhen: { always: true },
    because: { zh: '企业缴纳税单', en: 'The enterprise pays a tax bill' },
    fields: [
      { target: 'GrpHdr/MsgId', from: ['dispatch.clientNumber'], always: true },
      { target: 'GrpHdr/CreDtTm', from: ['dispatch.sentAt'], always: true },
      { target: 'GrpHdr/CtrlSum', from: ['payment.amount'], always: true },
      { target: 'GrpHdr/InitgPty/Nm', from: ['traderName'], always: true, length: '140' },
      { target: 'PmtInf/PmtInfId', from: ['payment.endToEndId'], always: true, length: '35' },
      { target: 'PmtInf/CtrlSum', from: ['payment.amount'], always: true },
      { target: 'PmtInf/ReqdExctnDt/Dt', from: ['payment.executeOn'], always: true },
      { target: 'PmtInf/Dbtr/Nm', from: ['traderName'], always: true, length: '140' },
      { target: 'PmtInf/Dbtr/Id/OrgId/Othr/Id', from: ['traderUscc'], length: '35' },
      { target: 'PmtInf/DbtrAcct/Id/Othr/Id', from: ['payment.debtorAccount'], always: true, length: '34' },
      { target: `${TRANSACTION}/PmtId/InstrId`, from: ['payment.endToEndId'], always: true, length: '35' },
      { target: `${TRANSACTION}/PmtId/EndToEndId`, from: ['payment.endToEndId'], always: true, length: '35' },
      { target: `${TRANSACTION}/Amt/InstdAmt`, from: ['payment.amount'], always: true, length: '18,5' },
      { target: `${TRANSACTION}/Amt/InstdAmt@Ccy`, from: ['payment.currency'], always: true },
      { target: `${TRANSACTION}/Cdtr/Nm`, from: ['payment.payee'], always: true, length: '140' },
      { target: `${TRANSACTION}/CdtrAcct/Id/Othr/Id`, from: ['payment.payeeAccount'], always: true, length: '34' },
      { target: `${TRANSACTION}/RmtInf/Ustrd`, from: ['payment.declarationNumber'], length: '140' },
      { target: `${TRANSACTION}/RmtInf/Strd/RfrdDocInf/Nb`, from: ['payment.number'], always: true, length: '35' },
      {
        target: `${TRANSACTION}/RmtInf/Strd/AddtlRmtInf`,
        from: ['traderReference', 'dispatch.shipmentNumber'],
        always: true,
        length: '140',
      },
    ],
    encode: encodeOrder,
  },
];
