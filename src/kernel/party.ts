// The parties of the plan's picture: authorities that instruct, operators that hold goods, carriers (B16 一, 三(二)).
import type { Bilingual } from './bilingual.ts';

/** Authorities that may speak for a controlled object (P5). */
export const authorities = {
  customs: { zh: '海关', en: 'Customs' },
  'border-inspection': { zh: '边检', en: 'Border inspection' },
  maritime: { zh: '海事', en: 'Maritime safety' },
  commerce: { zh: '商务', en: 'Commerce' },
  quarantine: { zh: '检验检疫', en: 'Inspection and quarantine' },
  'public-security': { zh: '公安', en: 'Public security' },
} as const satisfies Record<string, Bilingual>;
export type AuthorityId = keyof typeof authorities;
export const authorityIds = Object.keys(authorities) as AuthorityId[];
export const isAuthority = (id: string): id is AuthorityId => Object.hasOwn(authorities, id);

/** What an organisation is; decides which roles its staff may hold (P11). */
export const organisationKinds = [
  'trader',
  'broker',
  'forwarder',
  'carrier',
  'authority',
  'operator',
  'bank',
  'port-office',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Kinds of place that hold the goods and act on the release (N10). */
const stations = [
  'port-terminal',
  'railway-yard',
  'airport-station',
  'road-gate',
  'post-express',
  'zone-gate',
] as const;
export type StationKind = (typeof stations)[number];
