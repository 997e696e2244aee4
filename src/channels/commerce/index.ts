// Commerce (N8): the networked licence check at declaration; JSON, to be agreed with the partner.
import type { Channel, EncodedDocument, InboundFact, Interpretation, MappedField } from '../../hub/mapping/contract.ts';
import type { Condition } from '../../kernel/condition.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { isInstant } from '../../kernel/instant.ts';
import { decodeText, encodeText } from '../../runtime/codec/charset.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

type Verdict = {
  clientNumber: string;
  verdict: 'verified' | 'not-found' | 'exhausted';
  number: string;
  sequence: number;
  text: string;
  textEn: string;
  at: string;
};

function interpret(bytes: Uint8Array): Interpretation {
  const { licenceVerdict: v } = readJson(bytes);
  if (!v || !v.clientNumber || !isInstant(v.at) || !['verified', 'not-found', 'exhausted'].includes(v.verdict))
    throw new UnreadableMessage('许可证核查结果不完整', 'The licence verdict is incomplete');
  const text = { zh: v.text, en: v.textEn };
  const ok = v.verdict === 'verified';
  const about = { clientNumber: v.clientNumber };
  const facts: InboundFact[] = [
    { fact: 'answer', about, outcome: ok ? 'acknowledged' : 'noted', text, at: v.at, partnerNumber: v.number },
    {
      fact: 'instruction',
      authority: 'commerce',
      kind: ok ? 'release' : 'hold',
      number: v.number,
      sequence: v.sequence,
      reason: text,
      issuedAt: v.at,
      legalBasis: '《货物进出口管理条例》',
      about: { ...about, objects: [], whole: 'declaration' },
    },
  ];
  return { format: 'licence-verdict', partnerMessageId: `${v.number}/${v.sequence}`, facts };
}
function readJson(bytes: Uint8Array): { licenceVerdict?: Verdict } {
  try {
    return JSON.parse(decodeText(bytes, 'utf-8')) as { licenceVerdict?: Verdict };
  } catch (error) {
    if (error instanceof UnreadableMessage) throw error;
    throw new UnreadableMessage('不是有效的 JSON', 'It is not valid JSON');
  }
}

const namesLicences: Condition = {
  any: [
    { element: 'licences', present: true },
    { element: 'goodsLicences', present: true },
  ],
};

function encodeCheck(fields: readonly MappedField[]): EncodedDocument {
  const body: Record<string, unknown> = {};
  for (const { target, value, row } of fields) {
    const [name = '', part] = target.split('/');
    if (part === undefined) body[name] = value;
    else {
      const rows = (body[name] ??= []) as Record<string, string>[];
      (rows[row ?? 0] ??= {})[part] = value;
    }
  }
  return {
    bytes: encodeText(JSON.stringify({ licenceCheck: body }, null, 1), 'utf-8'),
    mediaType: 'application/json',
    charset: 'utf-8',
    fileName: 'licence-check.json',
  };
}

export const commerce: Channel = {
  id: 'commerce',
  promise: 'N8',
  name: { zh: '商务', en: 'Commerce' },
  authority: 'commerce',
  profile: {
    transport: 'http-push',
    simulatorPort: 9104,
    path: '/',
    charset: 'utf-8',
    timeoutMs: 10_000,
    maxBytes: 256 * 1024,
    retryAfterMs: [1000, 5000, 30_000, 300_000],
    format: 'to-be-agreed',
  },
  documents: [
    {
      id: 'commerce.licence-check',
      name: { zh: '许可证联网核查', en: 'Licence check' },
      trigger: 'shipment.submitted',
      neededWhen: namesLicences,
      because: { zh: '申报中列有许可证件', en: 'The filing names licences' },
      fields: [
        { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
        { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
        { target: 'traderUscc', from: ['traderUscc'] },
        { target: 'direction', from: ['direction'] },
        { target: 'licences/kind', from: ['licenceKind'], each: 'licences' },
        { target: 'licences/number', from: ['licenceCertificate'], each: 'licences' },
        { target: 'writeOffs/line', from: ['licenceLine'], each: 'goodsLicences' },
        { target: 'writeOffs/kind', from: ['licenceTypeCode'], each: 'goodsLicences' },
        { target: 'writeOffs/number', from: ['goodsLicenceNumber'], each: 'goodsLicences' },
        { target: 'writeOffs/quantity', from: ['licenceQuantity'], each: 'goodsLicences' },
      ],
      encode: encodeCheck,
    },
    {
      id: 'commerce.licence-check-withdrawal',
      name: { zh: '撤回许可证核查', en: 'Withdrawal of the licence check' },
      trigger: 'shipment.withdrawn',
      neededWhen: namesLicences,
      because: { zh: '申报已撤回，许可证可另行使用', en: 'The filing is withdrawn; the licences are free again' },
      fields: [
        { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
        { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
        { target: 'operation', from: ['dispatch.operation'], always: true },
        { target: 'licences/kind', from: ['licenceKind'], each: 'licences' },
        { target: 'licences/number', from: ['licenceCertificate'], each: 'licences' },
      ],
      encode: encodeCheck,
    },
  ],
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 200)).toString('latin1').includes('"licenceVerdict"'),
  interpret: ({ bytes }) => interpret(bytes),
  simulator: {
    name: { zh: '商务（模拟）', en: 'Commerce (simulated)' },
    referenceIn: ({ bytes }) =>
      (JSON.parse(decodeText(bytes, 'utf-8')) as { licenceCheck: { reference?: string } }).licenceCheck.reference,
    react: ({ bytes }, world) => {
      const { clientNumber } = (JSON.parse(decodeText(bytes, 'utf-8')) as { licenceCheck: { clientNumber: string } })
        .licenceCheck;
      const at = new Date(Date.parse(world.now) + 1200).toISOString();
      const licenceVerdict: Verdict = {
        clientNumber,
        verdict: 'verified',
        number: `LIC-${sha256Hex(clientNumber).slice(0, 8).toUpperCase()}`,
        sequence: Math.floor(Date.parse(at) / 1000),
        text: '许可证核查通过',
        textEn: 'Licence verified',
        at,
      };
      return {
        status: 200,
        later: [
          {
            afterMs: 1200,
            message: {
              bytes: Buffer.from(JSON.stringify({ licenceVerdict })),
              contentType: 'application/json',
              fileName: `verdict-${world.next()}.json`,
            },
          },
        ],
      };
    },
  },
};
