// What emergency mode refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  EMERGENCY_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该应急处置', en: 'There is no such emergency' },
    remedy: { zh: '请从应急处置列表中打开', en: 'Open it from the list of emergencies' },
  },
  EMERGENCY_CHANNEL_UNKNOWN: {
    kind: 'invalid',
    message: { zh: '没有通道“{channel}”', en: 'There is no channel {channel}' },
    remedy: { zh: '请从交换运行所列通道中选择', en: 'Choose among the channels of the exchange' },
  },
  EMERGENCY_DECLARED_ALREADY: {
    kind: 'conflict',
    message: {
      zh: '通道“{channel}”已在应急处置 {number} 中',
      en: 'Channel {channel} is in emergency {number} already',
    },
    remedy: { zh: '请先结束该应急处置，或只选其他通道', en: 'End that emergency first, or choose other channels' },
  },
  EMERGENCY_OVER: {
    kind: 'conflict',
    message: { zh: '应急处置 {number} 已结束', en: 'Emergency {number} is over' },
    remedy: { zh: '伙伴已恢复，请走电子渠道', en: 'The partner is back: use the electronic way' },
  },
  PAPER_NOT_COVERED: {
    kind: 'conflict',
    message: {
      zh: '应急处置 {number} 不含“{authority}”的通道，不能录入其纸面文书',
      en: 'Emergency {number} does not cover {authority}: its papers cannot be entered',
    },
    remedy: {
      zh: '请由该部门电子下达，或由口岸办扩大范围后另行宣布',
      en: 'Let it instruct electronically, or have the port office declare another emergency',
    },
  },
  PAPER_OF_ANOTHER_AUTHORITY: {
    kind: 'forbidden',
    message: { zh: '只能录入本部门的纸面文书', en: 'An officer enters papers of his own authority only' },
    remedy: { zh: '请由该部门或口岸办录入', en: 'Let that authority or the port office enter it' },
  },
  PAPER_KNOWN: {
    kind: 'conflict',
    message: { zh: '文书 {paperNumber} 已就此票录入', en: 'Paper {paperNumber} is entered for this case already' },
    remedy: { zh: '请在列表中查看', en: 'Look at it in the list' },
  },
  PAPER_IN_FUTURE: {
    kind: 'invalid',
    message: { zh: '文书时间 {paperAt} 在将来', en: 'The paper is of {paperAt}, which is to come' },
    remedy: { zh: '请按纸面所载时间录入', en: 'Enter the time that stands on the paper' },
  },
  PAPER_ACT_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '找不到该纸面文书，或与贵单位无关',
      en: 'There is no such act on paper, or it does not concern you',
    },
    remedy: { zh: '请从应急处置中打开', en: 'Open it from its emergency' },
  },
  PAPER_STATE_UNFIT: {
    kind: 'conflict',
    message: {
      zh: '状态为“{state}”的纸面文书不能这样操作',
      en: 'This cannot be done to an act on paper in state "{state}"',
    },
    remedy: { zh: '请查看其当前状态', en: 'Look at the state it is in' },
  },
  PAPER_NEEDS_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '录入人不能自己确认', en: 'Who entered it cannot confirm it' },
    remedy: { zh: '请由另一人核对纸面后确认', en: 'Let somebody else look at the paper and confirm' },
  },
  PAPER_CASE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有已申报的该票货物', en: 'There is no such case that has been filed' },
    remedy: { zh: '请按提运单号、箱号或编号查找', en: 'Find it by bill, container or number' },
  },
});
