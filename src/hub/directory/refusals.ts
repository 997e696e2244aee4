// What the directory module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  DIRECTORY_FORM_HAS_ERRORS: {
    kind: 'unprocessable',
    message: { zh: '申请有 {count} 处错误，尚未提交', en: 'The application has {count} errors; nothing was sent' },
    remedy: { zh: '请按所列提示逐项更正', en: 'Correct what is listed, then send it again' },
  },
  DIRECTORY_APPLICATION_OPEN: {
    kind: 'conflict',
    message: {
      zh: '申请（number）{number} 尚在办理，同一企业不能同时提交两份',
      en: 'Application (number) {number} is under way: an enterprise has one at a time',
    },
    remedy: { zh: '请等待外汇局答复后再提交', en: 'Wait for the administration’s answer to it' },
  },
  DIRECTORY_APPLICATION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该名录申请，或不属于本单位', en: 'There is no such application, or it is not yours' },
    remedy: {
      zh: '请从“外汇名录”页面的列表中选择',
      en: 'Choose one from the list of the page “Foreign exchange directory”',
    },
  },
  DIRECTORY_APPLICATION_NOT_RETURNED: {
    kind: 'conflict',
    message: {
      zh: '申请（number）{number} 现为“{state}”，不需补正',
      en: 'The application (number) {number} is "{state}": there is nothing to correct',
    },
    remedy: {
      zh: '只有被退回的申请可以补正；请刷新列表',
      en: 'Only what was sent back is corrected; load the list again',
    },
  },
  DIRECTORY_NOT_FOR_KIND: {
    kind: 'forbidden',
    message: {
      zh: '单位类型（kind）{kind} 不能申请名录登记：名录只列有货物贸易收付的企业',
      en: 'An organisation of the kind {kind} cannot apply: the directory lists enterprises that trade in goods',
    },
    remedy: { zh: '请由进出口企业自己的管理员提交', en: 'The trading enterprise’s own manager applies' },
  },
  DIRECTORY_NOT_TAKEN: {
    kind: 'unavailable',
    message: {
      zh: '本平台没有受理名录申请的外汇通道',
      en: 'No channel of this platform takes applications for the directory',
    },
    remedy: {
      zh: '请向外汇局或银行柜台办理，并告知口岸办',
      en: 'Apply at the administration or a bank, and tell the port office',
    },
  },
});
