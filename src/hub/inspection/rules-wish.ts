// From orders and form to what is looked for (P6): skills and equipment by the kind of inspection, fresh goods, the conveyance's cut-off. Pure.
import type { AuthorityId } from '../../kernel/party.ts';
import { isInstant } from '../../kernel/instant.ts';
import type { SlotWish } from './choose-slots.ts';
import { type Equipment, type Skill, skills } from './contract.ts';
import type { Site, Yard } from './yard.ts';

/** An authority's share of a task; kinds as in instructions, separated by commas. */
export type Ordered = {
  readonly authority: AuthorityId;
  readonly requirement: string | null;
  readonly instruction_numbers?: readonly string[];
};
/** Whom a draw gave an order to (M6). */
export type Named = { readonly authority: AuthorityId; readonly number: string; readonly officer_id: string };
export type CaseFacts = {
  readonly fresh: boolean;
  readonly export: boolean;
  readonly cutOff?: string;
  readonly conveyance?: string;
  /** As carriers name it in their schedules. */
  readonly sailing?: { readonly conveyance: string; readonly voyage: string };
  readonly station: string;
};

export function factsOf(form: Readonly<Record<string, unknown>>): CaseFacts {
  const text = (id: string) => (typeof form[id] === 'string' ? (form[id] as string) : '');
  const leaves = text('direction') === 'export';
  const conveyance = [text('conveyanceName'), text('voyageNumber')].filter(Boolean).join(' ');
  const cutOff = text('estimatedDeparture');
  return {
    fresh: text('freshGoods') === '1',
    export: leaves,
    station: text('stationCode'),
    ...(leaves && isInstant(cutOff) ? { cutOff: new Date(cutOff).toISOString() } : {}),
    ...(conveyance ? { conveyance } : {}),
    ...(leaves && text('conveyanceId') && text('voyageNumber')
      ? { sailing: { conveyance: text('conveyanceId').toUpperCase(), voyage: text('voyageNumber').toUpperCase() } }
      : {}),
  };
}

const kindsOf = (part: Pick<Ordered, 'requirement'>): string[] =>
  (part.requirement ?? '').split(/[,\s]+/).filter(Boolean);
export const skillsOf = (part: Pick<Ordered, 'requirement'>): Skill[] => [
  ...new Set(
    kindsOf(part)
      .flatMap((kind) => (kind === 'scan-and-manual' ? ['scan', 'manual'] : [kind]))
      .filter((kind): kind is Skill => (skills as readonly string[]).includes(kind)),
  ),
];
/** `named` in the order of naming: of several draws the last counts. */
export const partsWished = (parts: readonly Ordered[], named: readonly Named[] = []): SlotWish['parts'] =>
  parts.map((part) => {
    const drawn = named.findLast(
      (one) => one.authority === part.authority && part.instruction_numbers?.includes(one.number),
    );
    return {
      authority: part.authority,
      skills: skillsOf(part),
      ...(drawn ? { officerId: drawn.officer_id } : {}),
    };
  });
export const equipmentWished = (parts: readonly Ordered[], fresh: boolean): Equipment[] => [
  ...(parts.some((part) => kindsOf(part).some((kind) => kind.startsWith('scan'))) ? (['scanner'] as const) : []),
  ...(fresh ? (['cold'] as const) : []),
];

/** What nobody there has is done without, rather than not at all: a skill no officer has, equipment no bay has together. */
export function attainable(yard: Yard, wish: SlotWish): SlotWish {
  const has = (site: Site, wanted: readonly Equipment[]) =>
    site.bays.some((bay) => wanted.every((e) => bay.equipment.includes(e)));
  const single = wish.equipment.filter((e) => yard.sites.some((site) => has(site, [e])));
  const together = yard.sites.some((site) => has(site, single)) ? single : single.slice(0, 1);
  return {
    ...wish,
    equipment: together,
    parts: wish.parts.map(({ officerId, ...rest }) => {
      // Whoever was drawn and is on no roster here any more cannot be waited for; his authority replaces him (M6).
      const drawn = yard.officers.find((o) => o.id === officerId);
      const part = drawn ? { ...rest, officerId: drawn.id } : rest;
      const own = drawn ? [drawn] : yard.officers.filter((o) => o.authority === part.authority);
      return own.some((o) => part.skills.every((s) => o.skills.includes(s)))
        ? part
        : { ...part, skills: part.skills.filter((s) => own.some((o) => o.skills.includes(s))).slice(0, 1) };
    }),
  };
}
