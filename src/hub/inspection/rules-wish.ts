// From orders and form to what is looked for (P6): skills and equipment by the kind of inspection, fresh goods, the conveyance's cut-off. Pure.
import type { AuthorityId } from '../../kernel/party.ts';
import { isInstant } from '../../kernel/instant.ts';
import type { SlotWish } from './choose-slots.ts';
import { type Equipment, type Skill, skills } from './contract.ts';
import type { Site, Yard } from './yard.ts';

/** An authority's share of a task; kinds as in instructions, separated by commas. */
export type Ordered = { readonly authority: AuthorityId; readonly requirement: string | null };
export type CaseFacts = {
  readonly fresh: boolean;
  readonly export: boolean;
  readonly cutOff?: string;
  readonly conveyance?: string;
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
  };
}

const kindsOf = (part: Ordered): string[] => (part.requirement ?? '').split(/[,\s]+/).filter(Boolean);
const skillsOf = (part: Ordered): Skill[] => [
  ...new Set(
    kindsOf(part)
      .flatMap((kind) => (kind === 'scan-and-manual' ? ['scan', 'manual'] : [kind]))
      .filter((kind): kind is Skill => (skills as readonly string[]).includes(kind)),
  ),
];
export const partsWished = (parts: readonly Ordered[]): SlotWish['parts'] =>
  parts.map((part) => ({ authority: part.authority, skills: skillsOf(part) }));
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
    parts: wish.parts.map((part) => {
      const own = yard.officers.filter((o) => o.authority === part.authority);
      return own.some((o) => part.skills.every((s) => o.skills.includes(s)))
        ? part
        : { ...part, skills: part.skills.filter((s) => own.some((o) => o.skills.includes(s))).slice(0, 1) };
    }),
  };
}
