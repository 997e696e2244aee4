// Door of the document library.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { attachFile, storeAttachment } from './attach-file.ts';
export { createIndexer } from './index-library.ts';
export { keepPicture, readPicture, recognisePicture, storePicture } from './keep-picture.ts';
export { keepDocument, keepDocuments, type NewDocument } from './keep-document.ts';
export { keepReceivedFile } from './keep-received-file.ts';
export {
  countSentDocuments,
  documentByClientNumber,
  documentOfVersion,
  type DocumentToSend,
  documentsToSend,
  documentWithBytes,
  noteAbout,
  noteDeliveries,
  readDocumentRow,
} from './read-documents.ts';

export { recogniseFile } from './recognise-file.ts';
export { createAttachmentScan } from './scan-attachments.ts';
export { takeAwayAttachment } from './take-away-attachment.ts';
export { createFileSweep } from './sweep-files.ts';

export const documentsModule: Module = {
  id: 'documents',
  name: { zh: '单证库', en: 'Document library' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
