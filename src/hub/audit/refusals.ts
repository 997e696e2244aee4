// What the audit module refuses.
import { defineRefusals } from '../../kernel/refusal.ts';

export const { catalogue, refuse } = defineRefusals({
  AUDIT_EXPORT_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该审计导出', en: 'There is no such export' },
    remedy: { zh: '请从导出列表中选择', en: 'Choose one from the list of exports' },
  },
  AUDIT_EXPORT_NOT_READY: {
    kind: 'conflict',
    message: { zh: '该导出尚未完成，已完成 {progress}%', en: 'The export is not ready: {progress} % are done' },
    remedy: { zh: '请稍后再取', en: 'Fetch it again in a while' },
  },
  AUDIT_EXPORT_EXPIRED: {
    kind: 'conflict',
    message: { zh: '该导出已过保存期并删除', en: 'The export was kept for its time and is gone' },
    remedy: { zh: '请按同样范围重新导出', en: 'Ask for the same again' },
  },
  AUDIT_VOLUME_UNKNOWN: {
    kind: 'missing',
    message: {
      zh: '该导出没有第 {volume} 卷，共 {volumes} 卷',
      en: 'There is no volume {volume}; there are {volumes}',
    },
    remedy: { zh: '卷号从 1 起', en: 'Volumes count from 1' },
  },
  AUDIT_RANGE_EMPTY: {
    kind: 'invalid',
    message: {
      zh: 'from（{from}）须早于 to（{to}）',
      en: '`from` ({from}) has to be before `to` ({to})',
    },
    remedy: { zh: '请更正起止时间', en: 'Correct the times' },
  },
  AUDIT_RANGE_MISSING: {
    kind: 'unprocessable',
    message: {
      zh: '请至少给出 shipmentId、organisationId、from 之一',
      en: 'Give at least one of shipmentId, organisationId, from',
    },
    remedy: {
      zh: '整个账本请由管理员用 npm run ledger -- export 导出',
      en: 'The whole ledger: npm run ledger -- export',
    },
  },
  RETENTION_CLASS_UNKNOWN: {
    kind: 'unprocessable',
    message: { zh: '没有记录类别“{class}”', en: 'There is no class of records "{class}"' },
    remedy: { zh: '类别见 GET /retention', en: 'See GET /retention for the classes' },
  },
  RETENTION_CLASS_KEPT: {
    kind: 'conflict',
    message: {
      zh: '“{class}”不会自动清理，无期限可改',
      en: 'Nothing of "{class}" goes by itself: there is no time to change',
    },
    remedy: {
      zh: '个人信息按 PIPL 47 逐条删除（npm run ledger -- erase）',
      en: 'Personal data is erased one by one (npm run ledger -- erase)',
    },
  },
  RETENTION_TOO_SHORT: {
    kind: 'unprocessable',
    message: {
      zh: 'keepDays 为 {keepDays}，少于法定的 {least} 天',
      en: 'keepDays is {keepDays}: fewer than the {least} days that the law asks for',
    },
    remedy: {
      zh: '请给出不少于 {least} 的天数；依据见该类别',
      en: 'Give {least} days or more; the class names the basis',
    },
  },
  RETENTION_CHANGE_UNKNOWN: {
    kind: 'missing',
    message: { zh: '找不到该期限变更', en: 'There is no such change of a retention' },
    remedy: { zh: '请从变更列表中选择', en: 'Choose one from the list of changes' },
  },
  RETENTION_NEEDS_PERSON: {
    kind: 'forbidden',
    message: {
      zh: '期限变更须由两名人员办理，程序不能',
      en: 'A retention is changed by two persons, not by a program',
    },
    remedy: { zh: '请由安全管理员登录后办理', en: 'Security administrators sign in and do it' },
  },
  RETENTION_NEEDS_SECOND_PERSON: {
    kind: 'forbidden',
    message: { zh: '提出人不能自己确认', en: 'Whoever proposed it cannot confirm it' },
    remedy: { zh: '请由另一位安全管理员确认', en: 'Another security administrator confirms it' },
  },
  RETENTION_CHANGE_DECIDED: {
    kind: 'conflict',
    message: { zh: '该变更已有结论', en: 'The change has been decided' },
    remedy: { zh: '如需再改，请重新提出', en: 'To change it again, propose anew' },
  },
  AUDIT_EXPORTS_TOO_MANY: {
    kind: 'conflict',
    message: { zh: '已有 {most} 个导出在制作中', en: '{most} exports are being made already' },
    remedy: { zh: '请等其中一个完成', en: 'Wait until one of them is ready' },
  },
});
