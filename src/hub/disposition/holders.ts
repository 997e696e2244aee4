// Who holds an object, why, what frees it and whose clock runs (P5, M3). Pure.
import { spellClause } from '../../kernel/clause.ts';
import { plusMs } from '../../kernel/instant.ts';
import { authorities } from '../../kernel/party.ts';
import type { ControlledObject, Holder, Instruction } from './contract.ts';
import { frees, waitsReason } from './explain.ts';
import type { JurisdictionRule } from './jurisdiction.ts';
import { compare } from './sift-words.ts';
import { terms } from './terms.ts';

const holderOfKind = {
  refuse: 'refuse',
  hold: 'hold',
  inspect: 'inspect',
  'conditional-release': 'condition',
} as const;

export function holderOf(i: Instruction, via: string, object: ControlledObject): Holder[] {
  if (i.kind === 'release' || i.kind === 'withdraw') return [];
  const kind = holderOfKind[i.kind];
  const name = authorities[i.authority];
  return [
    {
      authority: i.authority,
      kind,
      since: i.issuedAt,
      reason: i.reason,
      ...basisOf(i),
      frees: frees(kind, name, i),
      clock: {
        party: kind === 'condition' ? 'trader' : 'authority',
        name: kind === 'condition' ? { zh: '企业', en: 'Trader' } : name,
        ...(i.validUntil ? { dueAt: i.validUntil } : {}),
      },
      instructionId: i.id,
      ...(via === object.id ? {} : { via }),
    },
  ];
}

/** What the authority named; of a condition it named none for, what its term rests on. */
function basisOf({ kind, legalBasis, term }: Instruction): Pick<Holder, 'legalBasis'> {
  if (legalBasis) return { legalBasis };
  return kind === 'conditional-release' && term ? { legalBasis: spellClause(terms[term].clause) } : {};
}

export function waiter(rule: JurisdictionRule, target: ControlledObject, object: ControlledObject): Holder {
  const since = target.facts.since ?? '1970-01-01T00:00:00.000Z';
  const name = authorities[rule.authority];
  return {
    authority: rule.authority,
    kind: 'not-yet-spoken',
    since,
    reason: waitsReason(name, target),
    legalBasis: spellClause(rule.clause),
    frees: frees('not-yet-spoken', name),
    clock: { party: 'authority', name, dueAt: plusMs(since, rule.limitMinutes * 60_000) },
    ...(target.id === object.id ? {} : { via: target.id }),
  };
}

export const inHolderOrder = (holders: readonly Holder[]): Holder[] =>
  holders
    .map((holder) => ({
      holder,
      key: `${holder.authority} ${holder.kind} ${holder.instructionId ?? ''} ${holder.via ?? ''}`,
    }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ holder }) => holder);
