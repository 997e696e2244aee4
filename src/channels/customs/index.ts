// Customs (N1): the goods declaration out, replies and status receipts in, the inspection result back.
import type { Channel, FieldMapping } from '../../hub/mapping/contract.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml } from '../../runtime/codec/xml.ts';
import { changeApplication, changeRetraction } from './map-change.ts';
import { interpret, recognises } from './map-inbound.ts';
import { cargoReports } from './map-cargo-report.ts';
import { manifests } from './map-manifest.ts';
import { declarationFields, encodeDeclaration } from './map-outbound.ts';
import { parcelReports } from './map-parcel-report.ts';
import { meansPapers } from './means-papers.ts';
import { profile } from './profile.ts';
import { readForm } from './read-form.ts';
import { simulator } from './simulator.ts';

const plainFields = (pairs: readonly [target: string, from: string][]): FieldMapping[] =>
  pairs.map(([target, from]) => ({ target, from: [from], always: true }));

export const customs: Channel = {
  id: 'customs',
  promise: 'N1',
  name: { zh: '海关', en: 'Customs' },
  authority: 'customs',
  profile,
  documents: [
    {
      id: 'customs.goods-declaration',
      name: { zh: '报关单', en: 'Goods declaration' },
      trigger: 'shipment.submitted',
      neededWhen: { always: true },
      because: { zh: '进出境货物须向海关申报', en: 'Goods that cross the border are declared to customs' },
      fields: declarationFields,
      encode: encodeDeclaration,
    },
    changeApplication,
    changeRetraction,
    ...manifests,
    ...cargoReports,
    ...parcelReports,
    {
      id: 'customs.withdrawal',
      name: { zh: '撤回申报', en: 'Withdrawal' },
      trigger: 'shipment.withdrawn',
      neededWhen: { always: true },
      because: { zh: '撤回申报', en: 'The filing is withdrawn' },
      fields: plainFields([
        ['ClientSeqNo', 'dispatch.clientNumber'],
        ['ShipmentNumber', 'dispatch.shipmentNumber'],
        ['EntryId', 'declarationNumber'],
        ['Reason', 'withdrawal.reason'],
        ['Reference', 'traderReference'],
      ]),
      encode: (fields) => ({
        bytes: encodeText(writeXml(['DecModWithdraw', fields.map((f) => [f.target, f.value] as const)]), 'utf-8'),
        mediaType: 'application/xml',
        charset: 'utf-8',
        fileName: 'withdrawal.xml',
      }),
    },
    {
      id: 'customs.inspection-result',
      name: { zh: '查验结果', en: 'Inspection result' },
      trigger: 'inspection.result-recorded',
      neededWhen: { element: 'inspection.authority', equals: 'customs' },
      because: { zh: '海关查验结果回传', en: 'The result goes back to customs' },
      fields: plainFields([
        ['ShipmentNumber', 'dispatch.shipmentNumber'],
        ['InspectionNumber', 'inspection.number'],
        ['Instructions', 'inspection.instructionNumbers'],
        ['Objects', 'inspection.objectIds'],
        ['Outcome', 'inspection.outcome'],
        ['Handling', 'inspection.handlingCode'],
        ['Findings', 'inspection.findings'],
        ['SealsFound', 'inspection.sealsFound'],
        ['SealsPutOn', 'inspection.sealsPutOn'],
        ['Samples', 'inspection.samplesTaken'],
        ['Reference', 'traderReference'],
      ]),
      encode: (fields) => ({
        bytes: encodeText(writeXml(['InspectionResult', fields.map((f) => [f.target, f.value] as const)]), 'utf-8'),
        mediaType: 'application/xml',
        charset: 'utf-8',
        fileName: 'inspection-result.xml',
      }),
    },
    {
      id: 'customs.payment-notice',
      name: { zh: '税费支付通知', en: 'Notice of payment' },
      trigger: 'payment.settled',
      neededWhen: { always: true },
      because: { zh: '税单已由银行扣款', en: 'The bank has paid the bill' },
      fields: plainFields([
        ['ShipmentNumber', 'dispatch.shipmentNumber'],
        ['EntryId', 'payment.declarationNumber'],
        ['TaxId', 'payment.number'],
        ['Currency', 'payment.currency'],
        ['Amount', 'payment.amount'],
        ['EndToEndId', 'payment.endToEndId'],
        ['SettledAt', 'payment.settledAt'],
        ['Reference', 'traderReference'],
      ]),
      encode: (fields) => ({
        bytes: encodeText(writeXml(['TaxPaymentNotice', fields.map((f) => [f.target, f.value] as const)]), 'utf-8'),
        mediaType: 'application/xml',
        charset: 'utf-8',
        fileName: 'tax-payment-notice.xml',
      }),
    },
    meansPapers,
  ],
  recognises,
  interpret,
  readForm,
  simulator,
};
