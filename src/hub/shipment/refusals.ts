// What the shipment module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  SHIPMENT_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该票货物', en: 'There is no such shipment' },
    remedy: {
      zh: '请核对编号；经办人须为货主或其委托的报关企业',
      en: 'Check the number; only the owner and its authorised broker see a shipment',
    },
  },
  SHIPMENT_CHANGED_MEANWHILE: {
    kind: 'conflict',
    message: {
      zh: '该票已被他人修改（当前修订号 {revision}）',
      en: 'Somebody else has changed it meanwhile (now revision {revision})',
    },
    remedy: {
      zh: '请重新载入后再保存，您的内容未丢失',
      en: 'Load it again, then save; what you typed is still on your page',
    },
  },
  SHIPMENT_NOT_EDITABLE: {
    kind: 'conflict',
    message: { zh: '状态为“{state}”的票不能修改', en: 'A shipment in state "{state}" cannot be edited' },
    remedy: { zh: '已申报的票请先“修改申报”', en: 'Open an amendment first' },
  },
  SHIPMENT_STATE_UNFIT: {
    kind: 'conflict',
    message: { zh: '状态为“{state}”时不能{step}', en: 'In state "{state}" one cannot {step}' },
    remedy: { zh: '请查看该票当前状态', en: 'Look at the state it is in' },
  },
  FORM_HAS_ERRORS: {
    kind: 'unprocessable',
    message: { zh: '表单有 {count} 处错误，尚未申报', en: 'The form has {count} errors; nothing was filed' },
    remedy: { zh: '请按所列提示逐项更正后再申报', en: 'Correct what is listed, then file again' },
  },
  FORM_TOO_LONG: {
    kind: 'unprocessable',
    message: { zh: '表单过长：{zh}', en: 'The form is too long: {en}' },
    remedy: { zh: '未保存任何内容；请分成几票申报', en: 'Nothing of it was kept; split it into several shipments' },
  },
  FORM_ELEMENT_UNKNOWN: {
    kind: 'unprocessable',
    message: { zh: '有内容无处可填：{zh}', en: 'Something has no place in the form: {en}' },
    remedy: {
      zh: '未保存任何内容；元素代码见 GET /elements，值一律为文字；请改用正确的代码或去掉所列各项',
      en: 'Nothing of it was kept; ids are in GET /elements and every value is text: name the right ones or leave out what is listed',
    },
  },
  FORM_FORMAT_UNKNOWN: {
    kind: 'unprocessable',
    message: { zh: '无法识别该文件的格式', en: 'The format of the file is not known' },
    remedy: { zh: '支持：报关单 DecMessage XML', en: 'Supported: customs declaration DecMessage XML' },
  },
  AMENDMENT_CHANGES_CASE: {
    kind: 'unprocessable',
    message: {
      zh: '修改申报不能更改{zh}（原为 {before}）',
      en: 'An amendment cannot change {en} (it was {before})',
    },
    remedy: { zh: '请恢复原值；确需更改请撤回后重新申报', en: 'Put it back; to change it, withdraw and file anew' },
  },
  CHANGE_NEEDS_REASON: {
    kind: 'invalid',
    message: {
      zh: '{number} 已办结，修撤单申请须写明理由（reason 为空）',
      en: 'Case {number} is closed: an application to change it says why (reason is empty)',
    },
    remedy: { zh: '请填写修改理由后再提交', en: 'Say why it is changed, then file again' },
  },
  CLOSED_CASE_NOBODY_DECIDES: {
    kind: 'unprocessable',
    message: {
      zh: '{number} 已办结，所改内容不涉及已受理的主管部门，无须申请修改',
      en: 'Case {number} is closed, and nothing that was changed is in what an authority has taken: there is nothing to apply for',
    },
    remedy: {
      zh: '只能修改海关等已受理的申报内容（海关法第二十六条）；否则请放弃修改',
      en: 'Change what customs has taken (Customs Law 26), or discard the amendment',
    },
  },
  CLOSED_CASE_REPORTS_ONLY: {
    kind: 'unprocessable',
    message: {
      zh: '本票已办结，只能更正被退回的货物报告所含的内容；{zh}不在其中（原为“{before}”，现为“{after}”）',
      en: 'The case is closed: only what its refused reports of cargo carry can be corrected; {en} is not in them (it was "{before}", now "{after}")',
    },
    remedy: {
      zh: '请恢复该项原值（公告 2010-70：更正的是运抵、装载、理货报告）',
      en: 'Put it back (notice 2010-70: what is corrected is the arrival, loading or tally report)',
    },
  },
  DECLARATION_STEP_UNFIT: {
    kind: 'unprocessable',
    message: {
      zh: '两步申报的步骤“{step}”不能接在已申报的内容之后',
      en: 'Step "{step}" of a two-step declaration cannot follow what is filed',
    },
    remedy: {
      zh: '先概要申报（summary），再完整申报（complete）；一次申报的不能改为两步申报',
      en: 'First the summary, then the complete declaration; what was filed in one step stays so',
    },
  },
  CHANGE_UNDECIDED: {
    kind: 'conflict',
    message: {
      zh: '修撤单申请 {number} 尚待{zh}决定',
      en: '{en} has still to decide on application {number}',
    },
    remedy: { zh: '决定作出后再修改或撤回', en: 'Amend or withdraw once it is decided' },
  },
  GOODS_FILE_UNREADABLE: {
    kind: 'unprocessable',
    message: { zh: '商品文件无法读取：{reason}', en: 'The goods file cannot be read: {reason}' },
    remedy: { zh: '请使用模板，第一行为元素代码或名称', en: 'Use the template: the first row names the elements' },
  },
  LOOK_MARK_PERIOD_INVALID: {
    kind: 'invalid',
    message: { zh: '不告知的截止时间不正确：{until}', en: 'Looks cannot be withheld until {until}' },
    remedy: { zh: '须在现在之后，且最长 180 天', en: 'It must be later than now, by 180 days at the most' },
  },
  TEMPLATE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该模板', en: 'There is no such template' },
    remedy: { zh: '请从模板列表中选择', en: 'Choose one from the list' },
  },
});
