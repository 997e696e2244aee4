// HTTP of the shipment module (P1, P10): parse → use case → reply.
import { Type } from 'typebox';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { recipientIndex } from '../mapping/index.ts';
import { readable } from './access.ts';
import { discardAmendment, openAmendment, withdrawShipment } from './amend-shipment.ts';
import { checkShipment } from './check-shipment.ts';
import type { Form } from './contract.ts';
import { startShipment } from './draft-shipment.ts';
import { elements, sections } from './elements.ts';
import { importDeclaration } from './import-declaration.ts';
import { goodsLinesTemplate, importGoodsLines } from './import-goods-lines.ts';
import { keepTemplate, readTemplates } from './keep-template.ts';
import { normaliseForm } from './normalise-form.ts';
import { readPage, readShipment, readVersions } from './read-shipments.ts';
import { saveForm } from './save-form.ts';
import { submitShipment } from './submit-shipment.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const FormBody = Type.Record(
  Type.String(),
  Type.Union([
    Type.String({ maxLength: 200_000 }),
    Type.Array(Type.Record(Type.String(), Type.String({ maxLength: 200_000 })), { maxItems: 5000 }),
  ]),
);
const Start = Type.Union([
  Type.Object({
    from: Type.Literal('empty'),
    direction: Type.Union([Type.Literal('import'), Type.Literal('export')]),
    transportMode: Type.String({ pattern: '^[0-9A-Z]$' }),
  }),
  Type.Object({ from: Type.Literal('copy'), shipmentId: Type.String() }),
  Type.Object({ from: Type.Literal('template'), templateId: Type.String() }),
]);
const Step = Type.Union([Type.Literal('draft'), Type.Literal('declare')]);
const Revision = Type.Integer({ minimum: 1 });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments',
    summary: 'My shipments, newest first; search by any number',
    action: 'shipment.read',
    query: Type.Object({
      query: Type.Optional(Type.String({ maxLength: 100 })),
      state: Type.Optional(Type.String({ maxLength: 30 })),
      progress: Type.Optional(Type.String({ maxLength: 30 })),
      after: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    handle: (context, { query }) => readPage(context, query),
  }),
  route({
    method: 'POST',
    path: '/shipments',
    summary: 'Start a shipment: empty, as a copy, from a template',
    action: 'shipment.write',
    creates: true,
    body: Start,
    examples: { body: { from: 'empty', direction: 'import', transportMode: '3' } },
    handle: async (context, { body }) => readShipment(context, await startShipment(context, body)),
  }),
  route({
    method: 'POST',
    path: '/shipments/import',
    summary: 'Start a shipment from a partner message (DecMessage XML)',
    action: 'shipment.write',
    creates: true,
    raw: { limitBytes: 4 * 1024 * 1024 },
    handle: async (context, { bytes, headers }) =>
      readShipment(
        context,
        await importDeclaration(context, { bytes, contentType: headers['x-original-content-type'] ?? '' }),
      ),
  }),
  route({
    method: 'GET',
    path: '/shipments/:id',
    summary: 'One shipment with form, findings and answers',
    action: 'shipment.read',
    params: ById,
    handle: (context, { params }) => readShipment(context, params.id),
  }),
  route({
    method: 'PUT',
    path: '/shipments/:id/form',
    summary: 'Save the draft or the open amendment',
    action: 'shipment.write',
    params: ById,
    body: Type.Object({ form: FormBody, revision: Revision }),
    handle: (context, { params, body }) =>
      saveForm(context, { shipmentId: params.id, form: body.form as Form, revision: body.revision }),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/check',
    summary: 'Check the form as given, without saving',
    action: 'shipment.read',
    params: ById,
    body: Type.Object({ step: Step, form: Type.Optional(FormBody) }),
    handle: async (context, { params, body }) => {
      await readable(context, params.id);
      const form = body.form ? normaliseForm(body.form).form : (await readShipment(context, params.id)).form;
      return checkShipment(context, form, body.step);
    },
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/submit',
    summary: 'File it once for everybody',
    action: 'shipment.submit',
    params: ById,
    creates: true,
    body: Type.Object({ revision: Type.Optional(Revision), reason: Type.Optional(Type.String({ maxLength: 500 })) }),
    handle: (context, { params, body }) => submitShipment(context, { shipmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/amendment',
    summary: 'Open an amendment of what was filed',
    action: 'shipment.write',
    params: ById,
    creates: true,
    handle: async (context, { params }) => {
      await openAmendment(context, params.id);
      return readShipment(context, params.id);
    },
  }),
  route({
    method: 'DELETE',
    path: '/shipments/:id/amendment',
    summary: 'Discard the open amendment',
    action: 'shipment.write',
    params: ById,
    handle: async (context, { params }) => {
      await discardAmendment(context, params.id);
      return new ReplyWith(null, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/withdrawal',
    summary: 'Withdraw what was filed',
    action: 'shipment.submit',
    params: ById,
    creates: true,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    handle: async (context, { params, body }) => {
      await withdrawShipment(context, { shipmentId: params.id, reason: body.reason });
      return readShipment(context, params.id);
    },
  }),
  route({
    method: 'GET',
    path: '/shipments/:id/versions',
    summary: 'Versions with what changed',
    action: 'shipment.read',
    params: ById,
    handle: async (context, { params }) => ({ items: await readVersions(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/goods-lines',
    summary: 'Read goods lines from a CSV file; nothing is saved',
    action: 'shipment.write',
    raw: { limitBytes: 5 * 1024 * 1024 },
    handle: async (_context, { bytes }) => importGoodsLines(bytes),
  }),
  route({
    method: 'GET',
    path: '/goods-lines-template',
    summary: 'CSV template for goods lines',
    action: 'shipment.write',
    handle: async () =>
      new ReplyWith(goodsLinesTemplate(), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="goods-lines.csv"',
        },
      }),
  }),
  route({
    method: 'GET',
    path: '/shipment-templates',
    summary: 'Templates of the organisation',
    action: 'shipment.write',
    handle: async (context) => ({ items: await readTemplates(context) }),
  }),
  route({
    method: 'POST',
    path: '/shipment-templates',
    summary: 'Keep a form as template',
    action: 'shipment.write',
    creates: true,
    body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }), form: FormBody }),
    handle: (context, { body }) => keepTemplate(context, { name: body.name, form: body.form as Form }),
  }),
  route({
    method: 'GET',
    path: '/elements',
    summary: 'Element dictionary of the composite form',
    action: 'signed-in',
    handle: async () => ({ sections, elements }),
  }),
  route({
    method: 'GET',
    path: '/elements/recipients',
    summary: 'Who receives each element, as what',
    action: 'signed-in',
    handle: async () => recipientIndex(),
  }),
];
