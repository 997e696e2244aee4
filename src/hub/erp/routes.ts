// HTTP of what enterprises hand over as files (N12, P10): the template and the upload; folders are taken by `take-files.ts`.
import { Type } from 'typebox';
import { readFileName } from '../../runtime/http/file-name.ts';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { Bytes, pageOf, paging, Uuid } from '../../runtime/http/shapes.ts';
import { MAX_FILE_BYTES, sheetTemplate } from './read-file.ts';
import { readFileBytes, readFileDetail, readFiles } from './read-files.ts';
import { FileAnswerShape, TakenFileDetailShape, TakenFileShape } from './replies.ts';
import { uploadSheet } from './upload-sheet.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const ById = Type.Object({ id: Uuid });

export const routes = [
  route({
    method: 'GET',
    path: '/enterprise-files',
    summary: {
      zh: '从企业文件夹或队列收取的文件、人员上传的表格及结果：企业看自己的，口岸办看全部',
      en: 'Files taken from folders and streams, sheets that were uploaded, and what became of them: one’s own, the port office those of all',
    },
    action: 'subscription.manage',
    query: Type.Object(paging),
    response: pageOf(TakenFileShape),
    handle: (context, { query }) => readFiles(context, query),
  }),
  route({
    method: 'GET',
    path: '/enterprise-files/:id',
    summary: {
      zh: '一个文件的逐票结果：申报编号，或问题的字段、值、规则、办法、行与列',
      en: 'One file, shipment by shipment: the number it was filed under, or field, value, rule, remedy, line and column',
    },
    action: 'subscription.manage',
    params: ById,
    response: TakenFileDetailShape,
    refusals: ['ENTERPRISE_FILE_UNKNOWN'],
    handle: (context, { params }) => readFileDetail(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/enterprise-files/:id/content',
    summary: { zh: '所收文件的原文，仅企业本单位', en: 'The file as it was taken, for its own enterprise only' },
    action: 'subscription.manage',
    params: ById,
    response: Bytes,
    refusals: ['ENTERPRISE_FILE_UNKNOWN'],
    handle: async (context, { params }) => {
      const { name, bytes } = await readFileBytes(context, params.id);
      // Always a download of opaque bytes: nothing from outside is ever rendered on our origin.
      return new ReplyWith(bytes, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/shipment-sheet-template',
    summary: { zh: '多票货物表格模板', en: 'Template for a sheet of shipments, CSV or XLSX' },
    action: 'shipment.write',
    query: Type.Object({ format: Type.Optional(Type.Enum(['csv', 'xlsx'])) }),
    response: Bytes,
    handle: async (_context, { query }) => {
      const format = query.format ?? 'csv';
      return new ReplyWith(await sheetTemplate(format), {
        headers: {
          'content-type': types[format],
          'content-disposition': `attachment; filename="shipments.${format}"`,
        },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/shipment-sheets',
    summary: {
      zh: '上传多票货物（XLSX、CSV、JSON 或报关单 XML）：每票成为草稿并逐项答复',
      en: 'Upload several shipments (XLSX, CSV, JSON or a declaration in XML): each becomes a draft and is answered',
    },
    description: {
      zh: '一行一项商品，企业内部编号相同的行为一票；每项问题给出行、列、值、规则和办法。一次至多 200 票。',
      en: 'A line for each goods line; lines with the same own reference are one shipment. Each finding names line, column, value, rule and remedy. 200 shipments at the most.',
    },
    action: 'shipment.write',
    creates: true,
    raw: {
      limitBytes: MAX_FILE_BYTES,
      example: 'traderReference,direction,transportMode,hsCode,goodsName\nERP-1,import,3,8473309000,笔记本电脑零件\n',
    },
    response: FileAnswerShape,
    refusals: ['SHIPMENT_FILE_UNREADABLE'],
    handle: (context, { bytes, headers }) =>
      uploadSheet(context, { bytes, name: readFileName(headers['x-file-name']) ?? '' }),
  }),
];
