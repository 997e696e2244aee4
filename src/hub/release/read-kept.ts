// What a station has said too early (P7, N10): its desk sees that it waits, for what, and until when.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { readEarlyReportPeriod } from '../disposition/index.ts';
import type { KeptReason, KeptReport } from './contract.ts';
import { pageKept } from './store-kept.ts';

const texts: Readonly<Record<KeptReason, Bilingual>> = {
  'no-release': {
    zh: '该货物尚无有效放行（或尚未申报）：放行后自动并入',
    en: 'The goods have no live release yet, or are not filed: joined once they are released',
  },
  'nothing-to-take-back': {
    zh: '所撤销的报告尚未收到：收到后自动抵消',
    en: 'The report it takes back has not come: it takes it back when it does',
  },
  overtaken: { zh: '其后的动作已先报告', en: 'What comes after it has been reported already' },
};

export async function readKeptReports(context: Context, query: PageQuery): Promise<Page<KeptReport>> {
  const { channelId, organisationKind } = context.actor;
  if (organisationKind === 'operator' && !channelId) return { items: [] };
  const own = organisationKind === 'operator' && channelId ? { channel: channelId } : {};
  const { rows, next } = await readPageOf(query, (page) => pageKept(context, { ...page, ...own }));
  const endOf = await readEarlyReportPeriod(context);
  const items = rows.map((row) => {
    const receivedAt = new Date(row.received_at).toISOString();
    const until = endOf(receivedAt);
    return {
      id: row.id,
      objectId: row.object_id,
      movement: row.movement,
      reverse: row.reverse,
      at: new Date(row.at).toISOString(),
      receivedAt,
      channel: row.channel,
      reason: row.reason,
      text: texts[row.reason],
      until,
      dead: until <= context.now,
    };
  });
  return { items, ...next };
}
