// HTTP of the document library.
import { Type } from 'typebox';
import { readFileName } from '../../runtime/http/file-name.ts';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { attachFile, storeAttachment } from './attach-file.ts';
import { libraryFlows } from './contract.ts';
import { downloadDocument, openDocument, readDocumentVersions, readShipmentDocuments } from './read-documents.ts';
import { Channel, Document, Library } from './replies.ts';
import { DocumentSigned } from '../signatures/index.ts';
import { readDocumentSignature } from './read-document-signature.ts';
import { searchLibrary } from './search-library.ts';
import { Bytes, Day, listOf, paging } from '../../runtime/http/shapes.ts';
import { registeredChannels } from '../mapping/index.ts';
import { mayBeLook } from '../shipment/index.ts';

const ById = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) });

export const routes = [
  route({
    method: 'GET',
    path: '/library',
    summary: {
      zh: '单证库：可见的全部表单与单证，新的在前；按编号、中文或英文全文检索',
      en: 'The document library: every form and document the reader may see, newest first; by number, by words in Chinese or English',
    },
    description: {
      zh: '以空格分开的各段都须出现；中文按原样连续匹配，字母数字按词首匹配。按编号命中的货物列在 cases，只在第一页给出。PDF 和图片只按文件名检索。',
      en: 'Every piece between spaces must be there: Chinese as it is written, letters and digits from the beginning of a word. Cases that bear the number stand in `cases`, on the first page only. PDF and pictures are found by their file names only.',
    },
    action: 'shipment.read',
    query: Type.Object({
      query: Type.Optional(Type.String({ maxLength: 100 })),
      flow: Type.Optional(Type.Enum([...libraryFlows])),
      channel: Type.Optional(Type.String({ maxLength: 40, pattern: '^[a-z-]+$' })),
      direction: Type.Optional(Type.Enum(['import', 'export'])),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      ...paging,
    }),
    response: Library,
    // Words quoted from another's papers are a look at them.
    writes: mayBeLook,
    handle: (context, { query }) => searchLibrary(context, query),
  }),
  route({
    method: 'GET',
    path: '/library/channels',
    summary: { zh: '单证库可按其筛选的通道', en: 'Channels the library can be filtered by' },
    action: 'shipment.read',
    response: listOf(Channel),
    handle: async () => ({ items: registeredChannels().map(({ id, name }) => ({ id, name })) }),
  }),
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
    prepare: (context, { params, bytes }) =>
      storeAttachment(context, { shipmentId: params.id, bytes, fileName: undefined }),
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
    // Who looked is recorded.
    writes: true,
    handle: async (context, { params }) => (await openDocument(context, params.id)).view,
  }),
  route({
    method: 'GET',
    path: '/documents/:id/versions',
    summary: { zh: '一份单证的各个版本，旧的在前', en: 'The versions of one document, oldest first' },
    action: 'document.read',
    params: ById,
    response: listOf(Document),
    refusals: ['DOCUMENT_UNKNOWN'],
    handle: async (context, { params }) => ({ items: await readDocumentVersions(context, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/documents/:id/signature',
    summary: {
      zh: '一份单证或来文由谁签名、核验结果；没有签名时说明缘由',
      en: 'Who signed a document or message and what a check finds; why there is no signature where there is none',
    },
    action: 'document.read',
    params: ById,
    response: DocumentSigned,
    refusals: ['DOCUMENT_UNKNOWN', 'DOCUMENT_BODY_MISSING', 'DOCUMENT_BODY_ALTERED'],
    // Who looked is recorded.
    writes: true,
    handle: (context, { params }) => readDocumentSignature(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/documents/:id/content',
    summary: { zh: '发出或收到时的原文', en: 'The bytes as sent or received' },
    action: 'document.read',
    params: ById,
    response: Bytes,
    refusals: [
      'DOCUMENT_UNKNOWN',
      'DOCUMENT_BODY_MISSING',
      'DOCUMENT_BODY_ALTERED',
      'ATTACHMENT_NOT_SCANNED',
      'ATTACHMENT_UNSCANNABLE',
      'ATTACHMENT_INFECTED',
    ],
    writes: true,
    handle: async (context, { params }) => {
      const { view, bytes } = await downloadDocument(context, params.id);
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
