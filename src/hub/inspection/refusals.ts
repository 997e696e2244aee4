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
  INSPECTION_NOT_ORDERED: {
    kind: 'conflict',
    message: {
      zh: '贵部门没有（或已撤回）对该任务的查验指令，无结果可登记',
      en: 'Your authority orders no part of this inspection, or no longer: there is nothing to record',
    },
    remedy: { zh: '如仍须查验，请下达查验指令', en: 'Give an order to inspect if it still has to be' },
  },
  INSPECTION_CHANGED: {
    kind: 'conflict',
    message: {
      zh: '查验任务已变更（现为 {site} {bay}，{startsAt}），与所查看的不同；尚未登记',
      en: 'The inspection is another one than was seen (now {site} {bay}, {startsAt}); nothing was recorded',
    },
    remedy: {
      zh: '请查看变更内容；确认所填情况仍适用后重新登记',
      en: 'Look at what changed; record again if what was entered still holds',
    },
  },
  FINDINGS_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '查验记录有 {count} 处不符，尚未登记', en: 'The record has {count} faults; nothing was recorded' },
    remedy: { zh: '请按所列提示更正后再登记', en: 'Correct what is listed, then record again' },
  },
  INSPECTION_PHOTO_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '照片须为 JPEG 或 PNG；按内容判断', en: 'A photo must be JPEG or PNG, by its content' },
    remedy: { zh: '请重新拍摄或转换后上传', en: 'Take it again, or convert it' },
  },
  INSPECTION_PHOTOS_TOO_MANY: {
    kind: 'conflict',
    message: {
      zh: '每个部门每次查验至多 {most} 张照片',
      en: 'An authority keeps at most {most} photos of an inspection',
    },
    remedy: { zh: '请只上传说明情况所需的照片', en: 'Send those that show what was found' },
  },
  INSPECTION_PHOTO_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '没有照片 {digest}，或与贵单位无关',
      en: 'There is no photo {digest}, or it is not for your organisation',
    },
    remedy: { zh: '请从查验结果中打开', en: 'Open it from the result of the inspection' },
  },
  INSPECTION_SLOT_TAKEN: {
    kind: 'conflict',
    message: { zh: '时段 {slot} 不可用：{whyZh}', en: 'Slot {slot} cannot be had: {whyEn}' },
    remedy: { zh: '请从最新的可选时段中选择', en: 'Choose one of the slots now offered' },
  },
  INSPECTION_SLOT_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '字段 slotId 的值 {slot} 不能预约：{whyZh}', en: 'Field slotId: {slot} cannot be booked: {whyEn}' },
    remedy: { zh: '请从最新的可选时段中选择', en: 'Choose one of the slots now offered' },
  },
  INSPECTION_APPOINTMENT_BARRED: {
    kind: 'forbidden',
    message: {
      zh: '失信企业不能预约非工作时间查验（SC 4）',
      en: 'An enterprise marked dishonest has no appointments outside opening hours (SC 4)',
    },
    remedy: {
      zh: '请选择工作时间内的时段，或向作出标记的部门申请解除',
      en: 'Choose a slot in opening hours, or ask whoever set the mark to lift it',
    },
  },
  INSPECTION_BOOKING_BINDS: {
    kind: 'conflict',
    message: {
      zh: '您预约的时段 {startsAt} 不足一小时即开始，不能再变更或取消',
      en: 'The slot you chose begins within the hour ({startsAt}) and can no longer be changed or given back',
    },
    remedy: { zh: '请按时到场；错过后可以另选', en: 'Be there in time; once it has passed another may be chosen' },
  },
  INSPECTION_NOTHING_BOOKED: {
    kind: 'conflict',
    message: {
      zh: '该查验没有可取消的预约；查验由部门指令产生，不能由企业取消',
      en: 'There is no booking to give back; the inspection itself is an authority’s order',
    },
    remedy: { zh: '如时段不合适，请改期', en: 'If the slot does not suit, choose another' },
  },
  ENTERPRISE_UNKNOWN: {
    kind: 'unprocessable',
    message: { zh: '字段 uscc 的值 {uscc} 不是已注册的企业', en: 'Field uscc: {uscc} is no registered enterprise' },
    remedy: {
      zh: '请填写已注册货主或报关企业的统一社会信用代码',
      en: 'Give the code of a registered trader or broker',
    },
  },
  ENTERPRISE_MARKED: {
    kind: 'conflict',
    message: { zh: '企业 {uscc} 已有失信标记', en: 'Enterprise {uscc} is marked already' },
    remedy: { zh: '如需变更，请先解除原标记', en: 'Lift the mark it has first' },
  },
  MARK_UNKNOWN: {
    kind: 'missing',
    message: { zh: '没有这个有效的失信标记', en: 'There is no such mark in force' },
    remedy: { zh: '请查看列表', en: 'Look at the list' },
  },
  MARK_NOT_YOURS: {
    kind: 'forbidden',
    message: { zh: '失信标记由口岸办和海关管理', en: 'Marks of dishonesty are the port office’s and customs’' },
    remedy: { zh: '请与口岸办或海关联系', en: 'Speak to the port office or customs' },
  },
  YARD_UNKNOWN: {
    kind: 'unprocessable',
    message: {
      zh: '字段 site、day：没有查验场 {site}，或 {day} 不是日期',
      en: 'Fields site, day: there is no yard {site}, or {day} is no day',
    },
    remedy: {
      zh: '请从列表中选择查验场，日期写作 2026-11-25',
      en: 'Choose a yard of the list; a day is written 2026-11-25',
    },
  },
  YARD_UNFIT: {
    kind: 'unprocessable',
    message: { zh: '所填内容有 {count} 处不符，未修改', en: 'The entry has {count} faults; nothing was changed' },
    remedy: { zh: '请按所列提示更正', en: 'Correct what is listed' },
  },
  YARD_CHANGED_MEANWHILE: {
    kind: 'conflict',
    message: {
      zh: '字段 revision：{what} 已被他人修改，现在的版本号是 {revision}；未修改',
      en: 'Field revision: somebody else has changed {what} meanwhile, and {revision} stands; nothing was changed',
    },
    remedy: {
      zh: '请看所列不同之处：取用现有内容，或以现在的版本号再次保存',
      en: 'Look at what differs: take what stands, or save again with the revision that stands',
    },
  },
  YARD_STRANDS: {
    kind: 'conflict',
    message: {
      zh: '该修改使 {count} 项已排查验失去时段：{numbers}；未修改',
      en: 'By this edit {count} inspections lose their slot: {numbers}; nothing was changed',
    },
    remedy: {
      zh: '请先改期，或确认由平台把它们改到最早的时段（stranded: move）',
      en: 'Move them first, or have them moved to their earliest slots (stranded: move)',
    },
  },
  YARD_LEAVES_NO_SLOT: {
    kind: 'conflict',
    message: {
      zh: '修改后查验 {number} 两周内没有可用时段；未修改',
      en: 'After this edit inspection {number} has no slot for two weeks; nothing was changed',
    },
    remedy: { zh: '请保留足够的台位、时间和关员', en: 'Keep bays, hours and officers enough' },
  },
  HOLIDAY_UNKNOWN: {
    kind: 'missing',
    message: { zh: '{day} 没有登记为节假日', en: '{day} is not entered as a holiday' },
    remedy: { zh: '请查看列表', en: 'Look at the list' },
  },
  OFFICER_UNKNOWN: {
    kind: 'missing',
    message: { zh: '本部门没有这名查验关员', en: 'Your authority has no such officer' },
    remedy: { zh: '请从本部门的列表中选择', en: 'Choose one of your own list' },
  },
  SHARE_DAYS_UNFIT: {
    kind: 'unprocessable',
    message: {
      zh: '字段 from、to：{from} 至 {to} 不是不超过 {most} 天的日期区间',
      en: 'Fields from, to: {from} to {to} is no span of at most {most} days',
    },
    remedy: { zh: '请缩短区间，日期写作 2026-11-25', en: 'Give fewer days, written 2026-11-25' },
  },
});
