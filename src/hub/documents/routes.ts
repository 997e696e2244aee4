// HTTP of the document library.
import { Type } from 'typebox';
import { readFileName } from '../../runtime/http/file-name.ts';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { attachFile } from './attach-file.ts';
import { openDocument, readShipmentDocuments } from './read-documents.ts';
import { Document } from './replies.ts';
import { Bytes, listOf } from '../../runtime/http/shapes.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/shipments/:id/documents',
    summary: { zh: '一票货物发出和收到的单证', en: 'Documents of a shipment, sent and received' },
    action: 'document.read',
    params: ById,
    response: listOf(Document),
    refusals: ['DOCUMENT_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readShipmentDocuments(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/shipments/:id/attachments',
    summary: {
      zh: '上传附件（最大 10 MiB；类型按内容判断）',
      en: 'Attach a file to a shipment (10 MiB at most; type read from the content)',
    },
    action: 'shipment.write',
    creates: true,
    params: ById,
    raw: { limitBytes: 10 * 1024 * 1024, example: '%PDF-1.7 …' },
    response: Document,
    refusals: ['SHIPMENT_UNKNOWN', 'DOCUMENT_UNKNOWN', 'ATTACHMENT_TYPE_UNKNOWN'],
    handle: (context, { params, bytes, headers }) =>
      attachFile(context, { shipmentId: params.id, bytes, fileName: readFileName(headers['x-file-name']) }),
  }),
  route({
    method: 'GET',
    path: '/documents/:id',
    summary: { zh: '一份单证', en: 'One document' },
    action: 'document.read',
    params: ById,
    response: Document,
    refusals: ['DOCUMENT_UNKNOWN'],
    handle: async (context, { params }) => (await openDocument(context, params.id)).view,
  }),
  route({
    method: 'GET',
    path: '/documents/:id/content',
    summary: { zh: '发出或收到时的原文', en: 'The bytes as sent or received' },
    action: 'document.read',
    params: ById,
    response: Bytes,
    refusals: ['DOCUMENT_UNKNOWN'],
    handle: async (context, { params }) => {
      const { view, bytes } = await openDocument(context, params.id);
      // Always a download of opaque bytes: nothing from outside is ever rendered on our origin.
      return new ReplyWith(bytes, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(view.fileName)}`,
          'x-document-charset': view.charset ?? 'utf-8',
        },
      });
    },
  }),
];
