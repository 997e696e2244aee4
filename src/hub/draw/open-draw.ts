// An authority opens a draw over a stated population (M6). Its rule is published as it is; from here on the platform goes on by itself
// (`commit-draw.ts`), so that nobody can wait for a better moment.
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import { countOf } from '../../kernel/draw-stream.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { partyOf } from '../shipment/index.ts';
import type { DrawEvents, DrawRule, OpenDraw } from './contract.ts';
import { refuse } from './refusals.ts';
import { insertDraw, nextNumber } from './store.ts';
import { listEligible } from './store-population.ts';

const emit = emitter<DrawEvents>();
/** What one published proof can carry, and what one transaction can order. */
export const MOST_TARGETS = 5000;
const MOST_DRAWN = 200;

export async function openDraw(context: Context, command: OpenDraw): Promise<string> {
  const { authority } = context.actor;
  const party = partyOf(context.actor);
  if (!authority || !party) throw refuse('DRAW_NOT_YOURS');
  const rule = ruleOf(context, command);
  const eligible = await listEligible(context, { authority, party, rule }, MOST_TARGETS + 1);
  if (eligible.length === 0) throw refuse('DRAW_POPULATION_EMPTY', { from: rule.filedFrom, to: rule.filedTo });
  if (eligible.length > MOST_TARGETS) throw refuse('DRAW_POPULATION_TOO_LARGE', { most: MOST_TARGETS });
  const drawn = countOf(eligible.length, rule.quantity) ?? 0;
  if (drawn > MOST_DRAWN)
    throw unfit('percent', command.percent ?? '', {
      zh: `将抽出 ${drawn} 个，一次最多 ${MOST_DRAWN} 个`,
      en: `it would draw ${drawn}, ${MOST_DRAWN} at the most`,
    });
  const id = context.newId();
  const number = await nextNumber(context, partnerDay(context.now));
  const demonstration = context.settings.mode === 'demo';
  await insertDraw(context, { id, number, authority, party, rule, demonstration, opened_at: context.now });
  await emit(context, 'draw.opened', id, { drawId: id, number, authority, rule });
  return id;
}

const unfit = (field: string, value: string, why: { zh: string; en: string }) =>
  refuse('DRAW_RULE_UNFIT', { field, value, whyZh: why.zh, whyEn: why.en });

/** As it is published: instants in one form, contributors in the order of their names. */
function ruleOf(context: Context, command: OpenDraw): DrawRule {
  const from = instant('filedFrom', command.filedFrom);
  const to = command.filedTo === undefined ? context.now : instant('filedTo', command.filedTo);
  if (to <= from || to > context.now)
    throw unfit('filedTo', to, {
      zh: '须晚于 filedFrom，且不晚于现在：抽取范围即时冻结',
      en: 'it has to be after filedFrom and not after now: the population is frozen at once',
    });
  const quantity = {
    ...(command.count === undefined ? {} : { count: command.count }),
    ...(command.percent === undefined ? {} : { percent: command.percent }),
  };
  if (countOf(1, quantity) === undefined)
    throw unfit('percent', command.percent ?? '', {
      zh: '数量（count）与比例（percent，大于 0 不超过 100）须且只须填一个',
      en: 'give either count or percent (more than 0, at most 100), not both',
    });
  const contributors = [...new Set(command.contributors)].sort();
  if (contributors.some((one) => one === context.actor.authority))
    throw unfit('contributors', context.actor.authority ?? '', {
      zh: '随机数须由其他部门给出',
      en: 'nonces come from other authorities',
    });
  return {
    ...(command.unit ? { unit: command.unit } : {}),
    basis: command.basis,
    kind: command.kind,
    filedFrom: from,
    filedTo: to,
    ...(command.direction ? { direction: command.direction } : {}),
    ...(command.transportMode ? { transportMode: command.transportMode } : {}),
    quantity,
    contributors,
    contributeBy: plusMs(context.now, command.contributeHours * 3_600_000),
  };
}
function instant(field: string, value: string): string {
  const at = new Date(value);
  const text = Number.isNaN(at.getTime()) ? '' : at.toISOString();
  // What a database and every reader of the proof writes in one way.
  if (!/^2\d{3}-/.test(text)) throw unfit(field, value, { zh: '不是本世纪的时刻', en: 'it is no instant of this age' });
  return text;
}
