// What the inspection module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  INSPECTION_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该查验任务，或与贵单位无关', en: 'There is no such inspection, or it does not concern you' },
    remedy: { zh: '请从查验列表中打开', en: 'Open it from the list of inspections' },
  },
  INSPECTION_STATE_UNFIT: {
    kind: 'conflict',
    message: { zh: '状态为“{state}”的查验不能这样操作', en: 'This cannot be done to an inspection in state "{state}"' },
    remedy: { zh: '请查看查验当前状态', en: 'Look at the state it is in' },
  },
  INSPECTION_RESULT_RECORDED: {
    kind: 'conflict',
    message: { zh: '贵部门的查验结果已登记', en: 'Your authority’s result is recorded already' },
    remedy: { zh: '如需更正，请以新的指令处理', en: 'To correct it, give a new instruction' },
  },
  INSPECTION_SLOT_TAKEN: {
    kind: 'conflict',
    message: { zh: '该时段已被占用', en: 'That slot is taken' },
    remedy: { zh: '请从最新的可选时段中选择', en: 'Choose one of the slots now offered' },
  },
});
