// HTTP of what officers bring back: the sheet they take along, photos, signatures under parts (M4, P6).
import { Type } from 'typebox';
import { ReplyWith, route } from '../../../runtime/http/route.ts';
import { Bytes, listOf } from '../../../runtime/http/shapes.ts';
import { mayBeLook } from '../../shipment/index.ts';
import { Photo, Sheet, Signed } from '../replies.ts';
import { keepPhoto, openPhoto, storePhoto } from './keep-photo.ts';
import { readPartSignatures } from './read-signatures.ts';
import { readSheet } from './read-sheet.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const PhotoById = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
  digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});
const PHOTO_LIMIT_BYTES = 4 * 1024 * 1024;

export const findingsRoutes = [
  route({
    method: 'GET',
    path: '/inspections/:id/sheet',
    summary: {
      zh: '带到现场的查验单：任务与申报内容（按职能需要）',
      en: 'The sheet to take along: the task, and what was declared as far as one’s function needs it',
    },
    action: 'inspection.record',
    params: ById,
    response: Sheet,
    refusals: ['INSPECTION_UNKNOWN', 'INSPECTION_STATE_UNFIT', 'INSPECTION_NOT_ORDERED'],
    // Who looked is recorded.
    writes: true,
    handle: (context, { params }) => readSheet(context, params.id),
  }),
  route({
    method: 'POST',
    path: '/inspections/:id/photos',
    urgent: true,
    summary: {
      zh: '上传现场照片（JPEG、PNG，最大 4 MiB；类型按内容判断；相同内容只存一份）',
      en: 'Keep a photo (JPEG or PNG by its content, 4 MiB at most); the same bytes are kept once',
    },
    action: 'inspection.record',
    creates: true,
    params: ById,
    raw: { limitBytes: PHOTO_LIMIT_BYTES, example: 'ÿØÿà …' },
    response: Photo,
    refusals: [
      'INSPECTION_UNKNOWN',
      'INSPECTION_STATE_UNFIT',
      'INSPECTION_RESULT_RECORDED',
      'INSPECTION_NOT_ORDERED',
      'INSPECTION_PHOTO_UNFIT',
      'INSPECTION_PHOTOS_TOO_MANY',
    ],
    prepare: (context, { params, bytes }) => storePhoto(context, { inspectionId: params.id, bytes }),
    handle: (context, { params, bytes }) => keepPhoto(context, { inspectionId: params.id, bytes }),
  }),
  route({
    method: 'GET',
    path: '/inspections/:id/photos/:digest',
    summary: {
      zh: '一张现场照片：参加查验的部门可见；登记后货主可见，移送调查的除外',
      en: 'A photo: for the authorities that take part; for the owner once recorded, unless it is for an investigation',
    },
    action: 'inspection.read',
    params: PhotoById,
    response: Bytes,
    refusals: [
      'INSPECTION_UNKNOWN',
      'INSPECTION_PHOTO_UNKNOWN',
      'DOCUMENT_UNKNOWN',
      'DOCUMENT_BODY_MISSING',
      'DOCUMENT_BODY_ALTERED',
      'ATTACHMENT_NOT_SCANNED',
      'ATTACHMENT_UNSCANNABLE',
      'ATTACHMENT_INFECTED',
    ],
    writes: mayBeLook,
    handle: async (context, { params }) => {
      const { bytes, fileName } = await openPhoto(context, params.id, params.digest);
      return new ReplyWith(bytes, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${fileName}"`,
        },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/inspections/:id/signatures',
    summary: {
      zh: '各部门对其查验结果的签名及核验',
      en: 'Signatures of authorities under their parts, and what a check finds',
    },
    action: 'inspection.read',
    params: ById,
    response: listOf(Signed),
    refusals: ['INSPECTION_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readPartSignatures(context, params.id) }),
  }),
];
