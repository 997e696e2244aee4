// What comes next for an application, in words (P1: who holds it, and whose turn it is). Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { ApplicationKind, ApplicationState, DirectoryEntry } from './contract.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export function whatNext(
  { state, kind }: { readonly state: ApplicationState; readonly kind: ApplicationKind },
  known: { readonly delivery?: string; readonly entry?: DirectoryEntry },
): Bilingual {
  switch (state) {
    case 'sent':
      return sentSoFar(known.delivery);
    case 'accepted':
      return both(
        '外汇局正在审核，请等待决定；有问题时会退回并说明原因',
        'The administration examines it; it decides, or sends it back with the reason',
      );
    case 'returned':
      return both('请按所列原因补正后重新提交', 'Correct what the reason names, and send it again');
    case 'refused':
      return both(
        '外汇局不予办理；原因消除后可另行申请',
        'The administration refuses it; once the reason is gone, apply anew',
      );
    case 'approved':
      return decided(kind, known.entry);
  }
}

function sentSoFar(delivery: string | undefined): Bilingual {
  if (delivery === 'delivered')
    return both('已送达外汇局，等待受理', 'The administration has it; it says next whether it takes it up');
  if (delivery === 'dead' || delivery === 'refused')
    return both(
      '未能送达外汇局；口岸办会重新发送，您无需再次提交',
      'It could not be delivered; the port office sends it again, you need not apply again',
    );
  return both(
    '正在发往外汇局；对方系统中断时会自动重发',
    'On its way; it is sent again by itself where their system is away',
  );
}

function decided(kind: ApplicationKind, entry: DirectoryEntry | undefined): Bilingual {
  if (kind === 'cancel')
    return both(
      '已从名录注销，不再办理货物贸易外汇收支；需要时可重新登记',
      'Taken out of the directory: no receipts and payments for goods any more; register again when needed',
    );
  if (entry?.grade === 'B' || entry?.grade === 'C')
    return both(
      `已列入名录（${entry.grade} 类）：收付汇前须按外汇局对该类企业的要求办理`,
      `Listed as class ${entry.grade}: before paying or collecting, do what the administration asks of that class`,
    );
  return both('已列入名录，可在银行办理货物贸易外汇收支', 'Listed: banks pay and collect for your goods');
}
