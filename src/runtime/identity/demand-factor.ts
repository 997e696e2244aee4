// Whether a session without a second factor may act for its organisation (P11; ASVS 6.3.3; 等保 身份鉴别; decision 0054). Pure.
import type { OrganisationKind } from '../../kernel/party.ts';

/** Of whom an organisation asks it; each asks what the one before it asks. */
export const factorDemands = ['optional', 'privileged', 'everybody'] as const;
export type FactorDemand = (typeof factorDemands)[number];

/** They decide for others or see what is not theirs. */
const privileged: readonly string[] = [
  'officer',
  'roster-keeper',
  'operator',
  'security-administrator',
  'auditor',
  'enterprise-manager',
];

/** No role of the policy table: whoever has it alone is signed in and may do nothing but see to his account. */
export const FACTOR_PENDING = 'factor-pending';

/** They never wait: they decide for others, or see what all file. */
const neverWaits: readonly OrganisationKind[] = ['port-office', 'authority'];

/**
 * The least that holds for an organisation, whatever it asks itself. In production everybody; before the day that the port office has set,
 * privileged roles of enterprises. Accounts of a demonstration are published with their password, so that nothing is asked there.
 */
export function leastDemand(
  mode: 'demo' | 'production',
  kind: OrganisationKind,
  { today, startsOn }: { readonly today: string; readonly startsOn?: string | null | undefined },
): FactorDemand {
  if (mode === 'demo') return 'optional';
  return startsOn && today < startsOn && !neverWaits.includes(kind) ? 'privileged' : 'everybody';
}

export const isLess = (one: FactorDemand, other: FactorDemand): boolean =>
  factorDemands.indexOf(one) < factorDemands.indexOf(other);
export const stricter = (one: FactorDemand, other: FactorDemand): FactorDemand => (isLess(one, other) ? other : one);

export function rolesAfterFactors(
  roles: readonly string[],
  { demand, proven }: { demand: string; proven: boolean },
): readonly string[] {
  const asked = demand === 'everybody' || (demand === 'privileged' && roles.some((role) => privileged.includes(role)));
  return asked && !proven && roles.length > 0 ? [FACTOR_PENDING] : roles;
}
