// What the intake of enterprises' files refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  ENTERPRISE_FILE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有该文件，或不属于贵单位', en: 'There is no such file, or it is not yours' },
    remedy: { zh: '请从 GET /enterprise-files 取编号', en: 'Take the id from GET /enterprise-files' },
  },
  SHIPMENT_FILE_UNREADABLE: {
    kind: 'unprocessable',
    message: { zh: '无法读取文件：{zh}', en: 'The file cannot be read: {en}' },
    remedy: {
      zh: '请使用 GET /shipment-sheet-template 的模板（CSV 或 XLSX），或 JSON {"shipments":[表单]}，或报关单 XML',
      en: 'Use the template of GET /shipment-sheet-template (CSV or XLSX), JSON {"shipments":[form]}, or a declaration in XML',
    },
  },
});
