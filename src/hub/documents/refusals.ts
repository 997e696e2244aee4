// What the document library refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  DOCUMENT_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该单证', en: 'There is no such document' },
    remedy: { zh: '请从该票的单证列表中打开', en: 'Open it from the shipment’s list of documents' },
  },
  ATTACHMENT_FILED: {
    kind: 'conflict',
    message: {
      zh: '“{name}”已随申报提交，或不是本单位所传的附件，不能取回',
      en: '"{name}" was there when the form was filed, or is no attachment of yours: it stays',
    },
    remedy: { zh: '请另传更正后的文件', en: 'Attach the corrected file beside it' },
  },
  DOCUMENT_BODY_MISSING: {
    kind: 'unavailable',
    message: {
      zh: '该单证的原文（{digest}）不在存储中',
      en: 'The body of this document ({digest}) is not in the store',
    },
    remedy: {
      zh: '请告知口岸办：须从备份恢复文件存储；登记的信息未受影响',
      en: 'Tell the port office: the file store is to be restored from its backup; what is recorded about it is unharmed',
    },
  },
  DOCUMENT_BODY_ALTERED: {
    kind: 'unavailable',
    message: {
      zh: '该单证的原文与登记的摘要（{digest}）不符，不予提供',
      en: 'The body of this document differs from its recorded digest ({digest}) and is not handed out',
    },
    remedy: {
      zh: '请告知口岸办：须从备份恢复该文件，并查明被改动的原因',
      en: 'Tell the port office: the file is to be restored from a backup, and who altered it to be found out',
    },
  },
  ATTACHMENT_NOT_SCANNED: {
    kind: 'conflict',
    message: {
      zh: '附件正在进行病毒扫描，暂不可下载',
      en: 'The attachment is still being looked at by the virus scanner',
    },
    remedy: { zh: '请稍后再试', en: 'Try again shortly' },
  },
  ATTACHMENT_UNSCANNABLE: {
    kind: 'conflict',
    message: { zh: '病毒扫描无法检查该附件：{text}', en: 'The virus scanner cannot look at this attachment: {text}' },
    remedy: {
      zh: '只有上传单位可以取回；请上传未加密、较小的文件',
      en: 'Only whoever uploaded it may have it; upload a file that is smaller and not encrypted',
    },
  },
  ATTACHMENT_INFECTED: {
    kind: 'forbidden',
    message: { zh: '附件含有病毒（{text}），已隔离', en: 'The attachment carries a virus ({text}) and is locked away' },
    remedy: { zh: '请清除病毒后重新上传', en: 'Clean the file and upload it again' },
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
