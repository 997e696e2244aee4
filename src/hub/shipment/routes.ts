// HTTP of the shipment module (P1, P10): parse → use case → reply.
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { authorisationRefusals } from '../enterprise/index.ts';
import { recipientIndex } from '../mapping/index.ts';
import { readable } from './access.ts';
import { discardAmendment, openAmendment, withdrawShipment } from './amend-shipment.ts';
import { checkShipment } from './check-shipment.ts';
import type { Form } from './contract.ts';
import { startShipment } from './draft-shipment.ts';
import { importDeclaration } from './import-declaration.ts';
import { goodsLinesTemplate, importGoodsLines } from './import-goods-lines.ts';
import { keepTemplate, readTemplates } from './keep-template.ts';
import { readPage, readShipment, readVersions } from './read-shipments.ts';
import { mayBeLook, noteLooks } from './note-looks.ts';
import { markLooks, readLooks, readMarks, unmarkLooks } from './read-looks.ts';
import { saveForm } from './save-form.ts';
import { Signature } from '../signatures/index.ts';
import { readShipmentSignatures, submitShipment } from './submit-shipment.ts';
import { shownDictionary } from './shown-dictionary.ts';
import { takeForm } from './take-form.ts';
import {
  Checked,
  ElementDictionary,
  GoodsLines,
  FormBody,
  LookMarkShape,
  LookShape,
  Recipients,
  Saved,
  Shipment,
  Submitted,
  Summary,
  Template,
  Version,
} from './replies.ts';
import { Bytes, listOf, Nothing, pageOf, paging } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const Start = Type.Union([
  Type.Object({
    from: Type.Literal('empty'),
    direction: Type.Union([Type.Literal('import'), Type.Literal('export')]),
    transportMode: Type.String({ pattern: '^[0-9A-Z]$' }),
  }),
  Type.Object({ from: Type.Literal('copy'), shipmentId: Type.String({ maxLength: 60 }) }),
  Type.Object({ from: Type.Literal('template'), templateId: Type.String({ maxLength: 60 }) }),
]);
const Step = Type.Union([Type.Literal('draft'), Type.Literal('declare')]);
const Revision = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments',
    summary: { zh: '我的货物，新的在前；可按任意编号检索', en: 'My shipments, newest first; search by any number' },
    action: 'shipment.read',
    query: Type.Object({
      query: Type.Optional(Type.String({ maxLength: 100 })),
      state: Type.Optional(Type.String({ maxLength: 30 })),
      progress: Type.Optional(Type.String({ maxLength: 30 })),
      after: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    response: pageOf(Summary),
    handle: (context, { query }) => readPage(context, query),
  }),
  route({
    method: 'POST',
    path: '/shipments',
    summary: { zh: '新建一票：空白、复制或套用模板', en: 'Start a shipment: empty, as a copy, from a template' },
    action: 'shipment.write',
    creates: true,
    body: Start,
    examples: { body: { from: 'empty', direction: 'import', transportMode: '3' } },
    response: Shipment,
    refusals: ['SHIPMENT_UNKNOWN', 'TEMPLATE_UNKNOWN'],
    handle: async (context, { body }) => readShipment(context, await startShipment(context, body)),
  }),
  route({
    method: 'POST',
    path: '/shipments/import',
    summary: {
      zh: '从伙伴报文（DecMessage XML）新建一票',
      en: 'Start a shipment from a partner message (DecMessage XML)',
    },
    action: 'shipment.write',
    creates: true,
    raw: {
      limitBytes: 4 * 1024 * 1024,
      example:
        '<DecMessage><DecHead><IEFlag>E</IEFlag><TradeName>重庆山城光电有限公司</TradeName></DecHead><DecLists/></DecMessage>',
    },
    response: Shipment,
    refusals: ['FORM_FORMAT_UNKNOWN', 'CONTENT_UNREADABLE', 'FORM_TOO_LONG'],
    handle: async (context, { bytes, headers }) =>
      readShipment(
        context,
        await importDeclaration(context, { bytes, contentType: headers['x-original-content-type'] ?? '' }),
      ),
  }),
  route({
    method: 'GET',
    path: '/shipments/:id',
    summary: { zh: '一票货物：表单、问题与各方答复', en: 'One shipment with form, findings and answers' },
    action: 'shipment.read',
    params: ById,
    response: Shipment,
    refusals: ['SHIPMENT_UNKNOWN'],
    // Who of another organisation looked is recorded.
    writes: mayBeLook,
    handle: async (context, { params }) => {
      const shipment = await readShipment(context, params.id);
      await noteLooks(context, [{ shipmentId: params.id, what: 'case' }]);
      return shipment;
    },
  }),
  route({
    method: 'GET',
    path: '/looks',
    summary: {
      zh: '谁查看过本单位的货物与单证，新的在前；可按票筛选',
      en: 'Who has looked at our cases and documents, newest first; of one case where it is named',
    },
    action: 'look.read',
    query: Type.Object({ shipmentId: Type.Optional(Type.String({ format: 'uuid' })), ...paging }),
    response: pageOf(LookShape),
    handle: (context, { query }) => readLooks(context, query),
  }),
  route({
    method: 'GET',
    path: '/shipments/:id/look-marks',
    summary: { zh: '本部门对该票的不告知标记', en: 'Marks by which my authority withholds its looks at a case' },
    action: 'look.withhold',
    params: ById,
    response: listOf(LookMarkShape),
    refusals: ['SHIPMENT_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readMarks(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/look-marks',
    summary: {
      zh: '依法不告知货主本部门对该票的查看；仍记入账本',
      en: 'Withhold my authority’s looks at a case from its owner, with reason and basis; they stay in the ledger',
    },
    action: 'look.withhold',
    creates: true,
    params: ById,
    body: Type.Object({
      reason: Type.String({ minLength: 1, maxLength: 500 }),
      legalBasis: Type.String({ minLength: 1, maxLength: 200 }),
      until: Type.String({ format: 'date-time' }),
    }),
    response: LookMarkShape,
    refusals: ['SHIPMENT_UNKNOWN', 'LOOK_MARK_PERIOD_INVALID'],
    examples: { body: { reason: '涉嫌走私案件侦查', legalBasis: '海关法第六条', until: '2026-12-31T16:00:00Z' } },
    handle: (context, { params, body }) => markLooks(context, { shipmentId: params.id, ...body }),
  }),
  route({
    method: 'DELETE',
    path: '/shipments/:id/look-marks',
    summary: { zh: '解除不告知；此前的查看随即可见', en: 'Lift it: what was withheld is then shown' },
    action: 'look.withhold',
    params: ById,
    response: Nothing,
    refusals: ['SHIPMENT_UNKNOWN'],
    handle: async (context, { params }) => {
      await unmarkLooks(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'PUT',
    path: '/shipments/:id/form',
    summary: { zh: '保存草稿或正在进行的修改', en: 'Save the draft or the open amendment' },
    action: 'shipment.write',
    params: ById,
    body: Type.Object({ form: FormBody, revision: Revision }),
    response: Saved,
    refusals: [
      'SHIPMENT_UNKNOWN',
      'FORM_TOO_LONG',
      'FORM_ELEMENT_UNKNOWN',
      'SHIPMENT_NOT_EDITABLE',
      'SHIPMENT_CHANGED_MEANWHILE',
      ...authorisationRefusals,
    ],
    examples: {
      body: {
        revision: 1,
        form: {
          direction: 'import',
          transportMode: '3',
          grossMassKg: '2100',
          goods: [{ lineNumber: '1', hsCode: '8473309000', goodsName: '笔记本电脑零件' }],
        },
      },
    },
    handle: (context, { params, body }) =>
      saveForm(context, { shipmentId: params.id, form: body.form as Form, revision: body.revision }),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/check',
    summary: { zh: '检查所给表单，不保存', en: 'Check the form as given, without saving' },
    action: 'shipment.read',
    params: ById,
    body: Type.Object({ step: Step, form: Type.Optional(FormBody) }),
    response: Checked,
    refusals: ['SHIPMENT_UNKNOWN', 'FORM_TOO_LONG', 'FORM_ELEMENT_UNKNOWN'],
    examples: { body: { step: 'declare' } },
    handle: async (context, { params, body }) => {
      const { draft } = await readable(context, params.id);
      const form = body.form ? takeForm(body.form, draft ?? {}) : (await readShipment(context, params.id)).form;
      return checkShipment(context, form, body.step, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/submit',
    addsWork: true,
    summary: { zh: '一次申报，分送各方', en: 'File it once for everybody' },
    action: 'shipment.submit',
    params: ById,
    creates: true,
    body: Type.Object({
      revision: Type.Optional(Revision),
      reason: Type.Optional(Type.String({ maxLength: 500 })),
      signature: Type.Optional(
        Type.String({
          maxLength: 4000,
          description:
            '对申报内容的分离式 JWS，或批量签名中属于它的一份（~ 之后为路径） / detached JWS over the filing, or its share of a batch (docs/decisions/0018-signatures.md, 0026)',
        }),
      ),
    }),
    response: Submitted,
    refusals: [
      'SHIPMENT_UNKNOWN',
      'SHIPMENT_NOT_EDITABLE',
      'SHIPMENT_STATE_UNFIT',
      'CHANGE_UNDECIDED',
      'SHIPMENT_CHANGED_MEANWHILE',
      'FORM_HAS_ERRORS',
      'AMENDMENT_CHANGES_CASE',
      'DECLARATION_STEP_UNFIT',
      'CLOSED_CASE_REPORTS_ONLY',
      'CLOSED_CASE_NOBODY_DECIDES',
      'CHANGE_NEEDS_REASON',
      ...authorisationRefusals,
      'QUALIFICATION_MISSING',
      'SIGNATURE_REFUSED',
      'SIGNATURE_NEEDED',
    ],
    examples: { body: { revision: 2 } },
    handle: (context, { params, body }) => submitShipment(context, { shipmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/amendment',
    summary: { zh: '对已申报内容开始修改', en: 'Open an amendment of what was filed' },
    action: 'shipment.write',
    params: ById,
    creates: true,
    response: Shipment,
    refusals: ['SHIPMENT_UNKNOWN', 'SHIPMENT_STATE_UNFIT', 'CHANGE_UNDECIDED', ...authorisationRefusals],
    handle: async (context, { params }) => {
      await openAmendment(context, params.id);
      return readShipment(context, params.id);
    },
  }),
  route({
    method: 'DELETE',
    path: '/shipments/:id/amendment',
    summary: {
      zh: '放弃正在进行的修改；已提交的修撤单申请在决定前要求撤回',
      en: 'Discard the open amendment; of an application that is undecided, ask for it back',
    },
    action: 'shipment.write',
    params: ById,
    response: Nothing,
    refusals: ['SHIPMENT_UNKNOWN', 'SHIPMENT_STATE_UNFIT', ...authorisationRefusals],
    handle: async (context, { params }) => {
      await discardAmendment(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/withdrawal',
    addsWork: true,
    summary: { zh: '撤回已申报的一票', en: 'Withdraw what was filed' },
    action: 'shipment.submit',
    params: ById,
    creates: true,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    response: Shipment,
    refusals: ['SHIPMENT_UNKNOWN', 'SHIPMENT_STATE_UNFIT', 'CHANGE_UNDECIDED', ...authorisationRefusals],
    examples: { body: { reason: '合同取消' } },
    handle: async (context, { params, body }) => {
      await withdrawShipment(context, { shipmentId: params.id, reason: body.reason });
      return readShipment(context, params.id);
    },
  }),
  route({
    method: 'GET',
    path: '/shipments/:id/versions',
    summary: { zh: '各版本及其变化', en: 'Versions with what changed' },
    action: 'shipment.read',
    params: ById,
    response: listOf(Version),
    refusals: ['SHIPMENT_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readVersions(context, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/shipments/:id/signatures',
    summary: { zh: '谁在何时签署了哪一版，核验结果', en: 'Who signed which version and when, and what a check finds' },
    action: 'shipment.read',
    params: ById,
    response: listOf(Signature),
    refusals: ['SHIPMENT_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readShipmentSignatures(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/goods-lines',
    summary: { zh: '从表格文件读取商品行，不保存', en: 'Read goods lines from a CSV or XLSX file; nothing is saved' },
    action: 'shipment.write',
    raw: {
      limitBytes: 5 * 1024 * 1024,
      example: 'hsCode,goodsName,quantity,quantityUnit,unitPrice\n8473309000,笔记本电脑零件,1000,035,12.5\n',
    },
    response: GoodsLines,
    refusals: ['GOODS_FILE_UNREADABLE'],
    handle: async (_context, { bytes }) => importGoodsLines(bytes),
  }),
  route({
    method: 'GET',
    path: '/goods-lines-template',
    summary: { zh: '商品行表格模板', en: 'Template for goods lines, CSV or XLSX' },
    action: 'shipment.write',
    query: Type.Object({ format: Type.Optional(Type.Enum(['csv', 'xlsx'])) }),
    response: Bytes,
    handle: async (_context, { query }) => {
      const format = query.format ?? 'csv';
      return new ReplyWith(await goodsLinesTemplate(format), {
        headers: {
          'content-type':
            format === 'csv'
              ? 'text/csv; charset=utf-8'
              : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': `attachment; filename="goods-lines.${format}"`,
        },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/shipment-templates',
    summary: { zh: '本单位的模板', en: 'Templates of the organisation' },
    action: 'shipment.write',
    query: Type.Object(paging),
    response: pageOf(Template),
    handle: (context, { query }) => readTemplates(context, query),
  }),
  route({
    method: 'POST',
    path: '/shipment-templates',
    summary: { zh: '把表单存为模板', en: 'Keep a form as template' },
    action: 'shipment.write',
    creates: true,
    body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }), form: FormBody }),
    response: Template,
    refusals: ['FORM_TOO_LONG', 'FORM_ELEMENT_UNKNOWN'],
    examples: { body: { name: '中欧班列进口', form: { direction: 'import', transportMode: '3' } } },
    handle: (context, { body }) => keepTemplate(context, { name: body.name, form: body.form as Form }),
  }),
  route({
    method: 'GET',
    path: '/elements',
    summary: { zh: '综合表格的元素字典', en: 'Element dictionary of the composite form' },
    action: 'signed-in',
    response: ElementDictionary,
    handle: async () => shownDictionary(),
  }),
  route({
    method: 'GET',
    path: '/elements/recipients',
    summary: { zh: '每个元素由谁接收、作何字段', en: 'Who receives each element, as what' },
    action: 'signed-in',
    response: Recipients,
    handle: async () => recipientIndex(),
  }),
];
