// What the draws refuse.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  DRAW_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该次抽取', en: 'There is no such draw' },
    remedy: { zh: '请从抽取列表中打开', en: 'Open it from the list of draws' },
  },
  DRAW_RULE_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '字段 {field} 的值 {value} 不能用：{whyZh}', en: 'Field {field}: {value} cannot be: {whyEn}' },
    remedy: { zh: '请改正该字段后重试', en: 'Mend that field and try again' },
  },
  DRAW_POPULATION_EMPTY: {
    kind: 'unprocessable',
    message: {
      zh: '字段 filedFrom、filedTo：{from} 至 {to} 之间没有可抽取的货物',
      en: 'Fields filedFrom, filedTo: between {from} and {to} there is nothing to draw from',
    },
    remedy: {
      zh: '可抽取的是本部门有关、未放行且尚无本部门查验指令的货物或其中的单个对象；请放宽时间或条件，或改变抽取单位',
      en: 'Drawn from is what concerns your authority, is not released, and has no order of yours to inspect, whole or object by object: widen the time or the terms, or draw another unit',
    },
  },
  DRAW_POPULATION_TOO_LARGE: {
    kind: 'unprocessable',
    message: {
      zh: '字段 filedFrom、filedTo：可抽取的货物超过 {most} 个',
      en: 'Fields filedFrom, filedTo: there are more than {most} to draw from',
    },
    remedy: { zh: '请缩短时间，分几次抽取', en: 'Give a shorter time and draw several times' },
  },
  DRAW_NOT_YOURS: {
    kind: 'forbidden',
    message: { zh: '该次抽取的规则没有指定贵部门', en: 'The rule of this draw does not name your authority for that' },
    remedy: {
      zh: '随机数由规则所列的其他部门给出，人员更换由抽取部门办理',
      en: 'Nonces come from the authorities that the rule names, replacements from the one that draws',
    },
  },
  DRAW_STATE_UNFIT: {
    kind: 'conflict',
    message: { zh: '状态为“{state}”的抽取不能这样操作', en: 'This cannot be done to a draw in state "{state}"' },
    remedy: { zh: '请查看该次抽取当前的状态和期限', en: 'Look at its state and its time limit' },
  },
  DRAW_CONTRIBUTED: {
    kind: 'conflict',
    message: { zh: '贵部门已给出随机数，只能给一次', en: 'Your authority has given its nonce, and gives one only' },
    remedy: { zh: '请等待抽取结果', en: 'Wait for the outcome' },
  },
  DRAW_OFFICER_UNFIT: {
    kind: 'unprocessable',
    message: {
      zh: '字段 target、officer：{officer} 现在不是 {target} 的查验人员',
      en: 'Fields target, officer: {officer} is not who goes to {target} now',
    },
    remedy: { zh: '请从该次抽取的结果中选择现任人员', en: 'Name whoever goes now, from the outcome of the draw' },
  },
  DRAW_NO_OFFICER_LEFT: {
    kind: 'conflict',
    message: { zh: '{target} 没有可递补的人员了', en: 'Nobody is left to stand in for {target}' },
    remedy: {
      zh: '请由本部门另行指派并说明，或补充值班表后重新抽取',
      en: 'Assign somebody with a reason, or complete the roster and draw again',
    },
  },
});
