// What the disposition module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  INSTRUCTION_CASE_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '找不到该票货物，或不在贵部门职能范围',
      en: 'There is no such case, or it is outside your function',
    },
    remedy: { zh: '请从待办中打开', en: 'Open it from your queue' },
  },
  INSTRUCTION_OBJECT_UNKNOWN: {
    kind: 'unprocessable',
    message: { zh: '该票没有这些管控对象：{objects}', en: 'The case has no such objects: {objects}' },
    remedy: { zh: '请在对象列表中勾选', en: 'Tick them in the list of objects' },
  },
  INSTRUCTION_TO_WITHDRAW_UNKNOWN: {
    kind: 'unprocessable',
    message: {
      zh: '贵部门没有编号 {number} 的指令可撤回',
      en: 'Your authority has no instruction {number} to withdraw',
    },
    remedy: { zh: '请填写要撤回的指令编号', en: 'Name the number of the instruction to withdraw' },
  },
  COLLISION_SETTLED: {
    kind: 'conflict',
    message: { zh: '该矛盾已了结', en: 'This collision is settled already' },
    remedy: { zh: '如需再改，请在该票货物上另行下达指令', en: 'To change it again, instruct on the case' },
  },
  COLLISION_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '找不到该矛盾，或与贵部门无关',
      en: 'There is no such collision, or it does not concern your authority',
    },
    remedy: { zh: '请从对碰台打开', en: 'Open it from the collision desk' },
  },
  TEST_RESULT_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '找不到该检测结果，或不由贵部门认可',
      en: 'There is no such test result, or it is not yours to accept',
    },
    remedy: { zh: '请从“待我处置”中打开', en: 'Open it from the words awaited' },
  },
  TEST_RESULT_NOT_ASKED: {
    kind: 'unprocessable',
    message: {
      zh: '指令 {condition} 不是仍有效、以检测结果为条件的放行（GF18 7、8）',
      en: 'Instruction {condition} is no release in force on the condition of a test (GF18 7, 8)',
    },
    remedy: {
      zh: '请在货物页选择仍有效的“先验放后检测”或“采信第三方检测结果”条件',
      en: 'Choose a condition in force on the page of the case: released first and tested later, or third-party test accepted',
    },
  },
  TEST_RESULT_REPORT_UNKNOWN: {
    kind: 'unprocessable',
    message: {
      zh: '检测报告 {document} 不是本票货物的附件',
      en: 'The report {document} is no attachment of this case',
    },
    remedy: { zh: '请先上传检测报告', en: 'Attach the report first' },
  },
  TEST_REPORT_FILED: {
    kind: 'conflict',
    message: { zh: '该附件已随检测结果报送，不能取回', en: 'The attachment was filed with a test result and stays' },
    remedy: {
      zh: '如报告有误，请等决定后另行报送',
      en: 'If the report is wrong, file another once this one is decided',
    },
  },
  TEST_RESULT_WAITING: {
    kind: 'conflict',
    message: {
      zh: '针对条件 {condition} 已有一份检测结果待认可',
      en: 'A result for condition {condition} waits for the authority already',
    },
    remedy: { zh: '请待部门决定后再报送', en: 'File another one when it is decided' },
  },
  TEST_RESULT_DECIDED: {
    kind: 'conflict',
    message: { zh: '该检测结果已决定', en: 'This test result is decided already' },
    remedy: { zh: '如需再改，请在该票货物上下达指令', en: 'To change it, instruct on the case' },
  },
  TEST_RESULT_CONDITION_GONE: {
    kind: 'conflict',
    message: {
      zh: '条件 {condition} 已被后来的指令取代或撤回，无可解除',
      en: 'Condition {condition} was replaced or withdrawn by a later instruction: there is nothing to end',
    },
    remedy: {
      zh: '可不予采信并说明理由，或另行下达指令',
      en: 'Refuse the result with that reason, or instruct on the case',
    },
  },
  TEST_RESULT_WOULD_LIFT: {
    kind: 'conflict',
    message: {
      zh: '采信即放行，会一并解除贵部门的指令 {numbers}，检测结果与其无关',
      en: 'To accept it would also lift your instructions {numbers}, which the test does not answer',
    },
    remedy: {
      zh: '请先了结这些指令，再采信检测结果',
      en: 'Settle those first, then accept the result',
    },
  },
  RULE_CHANGE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该规则变更', en: 'There is no such change of a rule' },
    remedy: { zh: '请从规则页打开', en: 'Open it from the page of rules' },
  },
  RULE_CHANGE_DECIDED: {
    kind: 'conflict',
    message: { zh: '该规则变更已批准或撤回', en: 'This change is approved or withdrawn already' },
    remedy: { zh: '如需再改，请另行提出', en: 'Propose another change' },
  },
  RULE_CHANGE_NEEDS_PERSON: {
    kind: 'forbidden',
    message: { zh: '规则变更须由人员办理，接口密钥不能代替', en: 'Rules are changed by persons, not by a key' },
    remedy: { zh: '请登录门户办理', en: 'Sign in to the portal' },
  },
  RULE_CHANGE_NEEDS_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '提出人不能批准自己的变更', en: 'Whoever proposed a change cannot approve it' },
    remedy: { zh: '请另一位同事批准', en: 'Let a colleague approve it' },
  },
  RULE_CHANGE_NOT_REHEARSED: {
    kind: 'conflict',
    message: {
      zh: '尚未预演，不知会改变哪些货物的处置',
      en: 'It was not rehearsed: whose outcome it changes is not known',
    },
    remedy: { zh: '请先预演', en: 'Rehearse it first' },
  },
  RULE_CHANGE_TOO_SOON: {
    kind: 'unprocessable',
    message: {
      zh: '规则最早自次日起施行（今天是 {today}），当日已申报的不受影响',
      en: 'A rule holds from tomorrow on at the earliest (today is {today}): what was filed today was filed under today’s rules',
    },
    remedy: { zh: '请改施行日期', en: 'Give a later first day' },
  },
  RULE_CHANGE_NEVER_HOLDS: {
    kind: 'unprocessable',
    message: { zh: '失效日期不晚于施行日期', en: 'Its end is not after its first day' },
    remedy: { zh: '请改日期；如要终止规则，请选“终止”', en: 'Give other days; to end a rule say so' },
  },
  RULE_ORDER_UNSAFE: {
    kind: 'unprocessable',
    message: {
      zh: '字段 order 的值 {order} 不可用：{whyZh}。扣货的处置须全部先于放行，附条件放行须先于放行（R6）',
      en: 'Field order: {order} cannot be: {whyEn}. All that keeps goods back comes before a release, and a release on conditions before one without (R6)',
    },
    remedy: {
      zh: '只调整不予放行、扣留、查验、待处置四者的先后，其后依次为附条件放行、放行',
      en: 'Choose the order of refuse, hold, inspect and awaiting only; on conditions and released follow in this order',
    },
  },
  RULE_DAYS_UNFIT: {
    kind: 'unprocessable',
    message: {
      zh: '字段 days 的值 {days} 不可用：期限须在 {least} 至 {most} 天之间',
      en: 'Field days: {days} cannot be: a period is {least} to {most} days',
    },
    remedy: { zh: '请改天数', en: 'Give another number of days' },
  },
  RULE_CHANGE_DECIDES_NO_OUTCOME: {
    kind: 'conflict',
    message: {
      zh: '规则 {rule} 不影响任何对象的处置，无可预演',
      en: 'Rule {rule} decides no outcome: there is nothing to rehearse',
    },
    remedy: { zh: '请另一位同事直接批准', en: 'Let a colleague approve it as it is' },
  },
  RULE_TO_END_UNKNOWN: {
    kind: 'unprocessable',
    message: { zh: '没有规则 {rule} 可终止', en: 'There is no rule {rule} to end' },
    remedy: { zh: '请从规则列表中选择', en: 'Choose it from the list of rules' },
  },
});
