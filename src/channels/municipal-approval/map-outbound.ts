// What goes out to the municipal approval office: who applies for what, for which goods, with which papers (P10).
import type { DocumentDefinition } from '../../hub/mapping/contract.ts';
import { encodeJson } from '../../hub/mapping/index.ts';
import type { Condition } from '../../kernel/condition.ts';

const applies: Condition = { element: 'approvalItem', present: true };
const encode = encodeJson('approvalApplication', 'approval-application');

export const documents: readonly DocumentDefinition[] = [
  {
    id: 'municipal-approval.application',
    name: { zh: '行政审批申请', en: 'Application for approval' },
    trigger: 'shipment.submitted',
    neededWhen: applies,
    because: { zh: '申报中申请行政审批事项', en: 'The filing applies for an approval' },
    fields: [
      { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
      { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
      { target: 'operation', from: ['dispatch.operation'], always: true },
      { target: 'item', from: ['approvalItem'], always: true, length: '32' },
      { target: 'priorNumber', from: ['approvalNumber'], length: '32' },
      { target: 'applicant/uscc', from: ['traderUscc'], length: '18' },
      { target: 'applicant/name', from: ['traderName'], length: '100' },
      { target: 'agent/uscc', from: ['agentUscc'], length: '18' },
      { target: 'agent/name', from: ['agentName'], length: '100' },
      { target: 'direction', from: ['direction'] },
      { target: 'contract', from: ['contractNumber'], length: '32' },
      { target: 'goods/line', from: ['lineNumber'], each: 'goods' },
      { target: 'goods/tariffNumber', from: ['hsCode'], each: 'goods' },
      { target: 'goods/name', from: ['goodsName'], each: 'goods' },
      { target: 'goods/quantity', from: ['quantity'], each: 'goods' },
      { target: 'goods/unit', from: ['quantityUnit'], each: 'goods' },
      { target: 'goods/value', from: ['totalPrice'], each: 'goods' },
      { target: 'goods/currency', from: ['currency'], each: 'goods' },
      { target: 'papers/kind', from: ['attachmentKind'], each: 'attachments' },
      { target: 'papers/number', from: ['attachmentNumber'], each: 'attachments' },
      { target: 'papers/file', from: ['attachmentFile'], each: 'attachments' },
    ],
    encode,
  },
  {
    id: 'municipal-approval.withdrawal',
    name: { zh: '撤回行政审批申请', en: 'Withdrawal of the application' },
    trigger: 'shipment.withdrawn',
    neededWhen: applies,
    because: { zh: '申报已撤回，不再申请', en: 'The filing is withdrawn; nothing is applied for any more' },
    fields: [
      { target: 'clientNumber', from: ['dispatch.clientNumber'], always: true },
      { target: 'reference', from: ['traderReference', 'dispatch.shipmentNumber'], always: true },
      { target: 'operation', from: ['dispatch.operation'], always: true },
      { target: 'item', from: ['approvalItem'], always: true, length: '32' },
      { target: 'applicant/uscc', from: ['traderUscc'], length: '18' },
    ],
    encode,
  },
];
