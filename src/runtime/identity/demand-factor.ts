// Whether a session without a second factor may act for an organisation that asks for one (P11; 等保 身份鉴别). Pure.

/** Of whom an organisation asks it. */
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

export function rolesAfterFactors(
  roles: readonly string[],
  { demand, proven }: { demand: string; proven: boolean },
): readonly string[] {
  const asked = demand === 'everybody' || (demand === 'privileged' && roles.some((role) => privileged.includes(role)));
  return asked && !proven && roles.length > 0 ? [FACTOR_PENDING] : roles;
}
