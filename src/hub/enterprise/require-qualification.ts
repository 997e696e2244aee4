// A filing is taken only of whoever is qualified on that day: a trader recorded with customs as consignee or consignor; whoever declares
// for others, as a broker too (海关法 第十一条; 海关总署令第253号; P11). The refusal names field, rule and remedy.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Finding } from '../../kernel/finding.ts';
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { type QualificationKind, qualificationNames } from './contract.ts';
import { decideQualified, type Lack } from './decide-qualified.ts';
import { toHeld } from './manage-qualifications.ts';
import { refuse } from './refusals.ts';
import { findOrganisation } from './store.ts';
import { listQualifications } from './store-qualifications.ts';

type Wish = {
  readonly organisationId: string;
  readonly kinds: readonly QualificationKind[];
  /** Of the form, for the finding. */
  readonly field: string;
  readonly rule: string;
};

/** What is filed: whose the case is, and whom the form names as trader. */
export type FilingFor = { readonly ownerId: string; readonly traderUscc: string };

export async function mustBeQualified(context: Context, filing: FilingFor): Promise<void> {
  const { actor } = context;
  const own = actor.organisationId;
  if (actor.kind === 'system' || own === undefined) return;
  for (const wish of await wishesOf(context, own, filing)) await mustHold(context, wish);
}

async function wishesOf(context: Context, own: string, { ownerId, traderUscc }: FilingFor): Promise<Wish[]> {
  const trader = { kinds: ['customs-trader'] as const, field: 'traderUscc', rule: 'trader-is-recorded-with-customs' };
  const broker = { kinds: ['customs-broker'] as const, field: 'agentUscc', rule: 'broker-is-recorded-with-customs' };
  if (ownerId !== own)
    return [
      { organisationId: own, ...broker },
      { organisationId: ownerId, ...trader },
    ];
  if (context.actor.organisationKind !== 'broker') return [{ organisationId: own, ...trader }];
  // For a trader who is not registered here a broker declares all the same for others; his own goods he may declare as either.
  const { uscc } = (await findOrganisation(context, own)) ?? {};
  return traderUscc !== uscc
    ? [{ organisationId: own, ...broker }]
    : [{ organisationId: own, ...broker, kinds: ['customs-broker', 'customs-trader'] }];
}

async function mustHold(context: Context, wish: Wish): Promise<void> {
  const day = partnerDay(context.now);
  const foreign = wish.organisationId !== context.actor.organisationId;
  // Of the owner a broker is told no more than what stands in the way.
  const rows = foreign
    ? await context.beyondLock((open) => listQualifications(open, wish.organisationId))
    : await listQualifications(context, wish.organisationId);
  const held = rows.map(toHeld);
  const judged = decideQualified(held, wish.kinds, day);
  if ('by' in judged) return;
  const organisation = await findOrganisation(context, wish.organisationId);
  const [kind = 'customs-trader'] = wish.kinds;
  const why = reasons[judged.lack](judged.nearest?.validTo ?? '', judged.nearest?.validFrom ?? '');
  const whose = foreign ? { zh: '货主', en: 'The owner' } : { zh: '贵单位', en: 'Your organisation' };
  const name = qualificationNames[kind];
  const finding: Finding = {
    path: wish.field,
    ...(organisation?.uscc ? { value: organisation.uscc } : {}),
    rule: wish.rule,
    ruleVersion: '1',
    severity: 'error',
    message: { zh: `“${name.zh}”${why.zh}`, en: `"${name.en}": ${why.en}` },
    remedy: { zh: `请${whose.zh}登记有效的备案`, en: `${whose.en} has to enter a valid registration` },
  };
  throw refuse('QUALIFICATION_MISSING', {
    organisation: organisation?.name ?? '–',
    day,
    kindZh: name.zh,
    kindEn: name.en,
    whyZh: why.zh,
    whyEn: why.en,
    whoseZh: whose.zh,
    whoseEn: whose.en,
    findings: [finding],
  });
}

const reasons: Readonly<Record<Lack, (validTo: string, validFrom: string) => Bilingual>> = {
  none: () => ({ zh: '没有登记', en: 'none is on record' }),
  pending: () => ({ zh: '口岸办尚未核对', en: 'the port office has not checked it yet' }),
  refused: () => ({ zh: '未通过核对', en: 'it did not pass the check' }),
  'not-yet': (_, from) => ({ zh: `自 ${from} 起有效`, en: `it begins on ${from}` }),
  expired: (to) => ({ zh: `已于 ${to} 到期`, en: `it ended on ${to}` }),
  ended: () => ({ zh: '已被注销或撤销', en: 'it was cancelled or withdrawn' }),
};
