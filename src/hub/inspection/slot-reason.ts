// Why this slot and no earlier one, in a sentence for the trader and the officers (P6): what bound it. Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { toPartnerTime } from '../../kernel/instant.ts';
import { authorities, type AuthorityId } from '../../kernel/party.ts';
import type { Equipment } from './contract.ts';

/** What stands in the way of a slot. `unknown`: there is no such slot at all. */
export type Obstacle =
  | { readonly kind: 'unknown' | 'closed' | 'holiday' | 'bay' }
  | { readonly kind: 'equipment'; readonly equipment: readonly Equipment[] }
  | { readonly kind: 'officer' | 'travel'; readonly authority: AuthorityId };

const equipmentNames: Readonly<Record<Equipment, Bilingual>> = {
  scanner: { zh: '大型机检设备（H986）', en: 'container scanner (H986)' },
  cold: { zh: '冷库台位', en: 'cold bay' },
};

export function obstacleText(obstacle: Obstacle): Bilingual {
  switch (obstacle.kind) {
    case 'unknown':
      return { zh: '没有这个时段', en: 'there is no such slot' };
    case 'closed':
      return { zh: '不在查验场工作时间内', en: 'the yard is not open' };
    case 'holiday':
      return { zh: '节假日不开放', en: 'the yard is closed on that holiday' };
    case 'bay':
      return { zh: '台位已占满', en: 'every bay is taken' };
    case 'equipment': {
      const names = obstacle.equipment.map((e) => equipmentNames[e]);
      return {
        zh: `${names.map((n) => n.zh).join('、')}没有空闲`,
        en: `no ${names.map((n) => n.en).join(' with ')} is free`,
      };
    }
    default: {
      const who = authorities[obstacle.authority];
      return obstacle.kind === 'officer'
        ? { zh: `${who.zh}没有可派的查验人员`, en: `no officer of ${who.en} is free` }
        : { zh: `${who.zh}人员从另一查验场赶不到`, en: `officers of ${who.en} cannot come from another yard in time` };
    }
  }
}

type Judged = { readonly late: boolean; readonly byAppointment: boolean };
type Wished = { readonly fresh: boolean; readonly cutOff?: string };

/** `best`: the one that comes first, with what kept it from being earlier, where that is not the lead time. */
export function reasonFor(slot: Judged, wish: Wished, best?: { readonly before: Obstacle | undefined }): Bilingual {
  const cutOff = wish.cutOff ? toPartnerTime(wish.cutOff, 'yyyy-MM-dd HH:mm:ss').slice(5, 16) : '';
  const parts: Bilingual[] = [];
  if (slot.late)
    parts.push(
      best
        ? {
            zh: '已无法赶上本航次，取最早可用时段',
            en: 'The conveyance cannot be made any more; the earliest free slot',
          }
        : { zh: '赶不上本航次', en: 'Too late for the conveyance' },
    );
  else if (slot.byAppointment)
    parts.push(
      cutOff
        ? {
            zh: `预约非工作时间，赶上 ${cutOff} 截关`,
            en: `Outside opening hours by appointment, to make the cut-off ${cutOff}`,
          }
        : { zh: '预约非工作时间', en: 'Outside opening hours by appointment' },
    );
  else if (!best)
    parts.push(
      cutOff ? { zh: `赶得上 ${cutOff} 截关`, en: `Makes the cut-off ${cutOff}` } : { zh: '可选时段', en: 'Free' },
    );
  else if (wish.fresh) parts.push({ zh: '鲜活易腐：优先安排', en: 'Fresh goods: placed first' });
  else
    parts.push(
      cutOff
        ? { zh: `赶得上 ${cutOff} 截关的最早时段`, en: `The earliest slot; it makes the cut-off ${cutOff}` }
        : { zh: '最早可用的查验台位与时段', en: 'The earliest free bay and time' },
    );
  if (best?.before) {
    const why = obstacleText(best.before);
    parts.push({ zh: `此前${why.zh}`, en: `before it ${why.en}` });
  }
  return { zh: parts.map((p) => p.zh).join('；'), en: parts.map((p) => p.en).join('; ') };
}
