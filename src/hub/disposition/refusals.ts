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
  COLLISION_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '找不到该矛盾，或与贵部门无关',
      en: 'There is no such collision, or it does not concern your authority',
    },
    remedy: { zh: '请从对碰台打开', en: 'Open it from the collision desk' },
  },
});
