// What the document library refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  DOCUMENT_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该单证', en: 'There is no such document' },
    remedy: { zh: '请从该票的单证列表中打开', en: 'Open it from the shipment’s list of documents' },
  },
  ATTACHMENT_TYPE_UNKNOWN: {
    kind: 'unprocessable',
    message: {
      zh: '附件须为 PDF、JPEG、PNG、TIFF 或 OFD 文件',
      en: 'An attachment must be a PDF, JPEG, PNG, TIFF or OFD file',
    },
    remedy: {
      zh: '文件类型按内容判断，与扩展名无关；请转换后重新上传',
      en: 'The type is read from the content, not from the name; convert the file and upload it again',
    },
  },
});
