// The one policy table (P11): who may do what to which record. The guard of the API asks `mayDo`, the record checks ask `mayDoTo`, the
// portal shows what both allow, and `docs/reference/permissions.md` is written from it.
import type { OrganisationKind } from '../../kernel/party.ts';
import type { Actor } from '../context.ts';

/** Every action a route can name. `public` needs no sign-in; `signed-in` any session or key. */
export const actions = [
  'public',
  'signed-in',
  'shipment.read',
  'shipment.write',
  'shipment.submit',
  'document.read',
  'look.read',
  'look.withhold',
  'message.post',
  'instruction.issue',
  'collision.resolve',
  'jurisdiction.manage',
  'inspection.read',
  'inspection.schedule',
  'inspection.record',
  'yard.read',
  'draw.read',
  'draw.conduct',
  'yard.manage',
  'roster.read',
  'roster.manage',
  'enterprise.mark',
  'release.read',
  'release.verify',
  'release.gate-out',
  'release-key.rotate',
  'payment.read',
  'payment.order',
  'payment.reconcile',
  'licence.read',
  'carriage.read',
  'carriage.order',
  'directory.read',
  'directory.apply',
  'exchange.operate',
  'reference.read',
  'reference.manage',
  'enterprise.read',
  'enterprise.manage',
  'organisation.admit',
  'staff.manage',
  'authorisation.grant',
  'authorisation.accept',
  'api-key.manage',
  'api-key.confirm',
  'trust.manage',
  'retention.read',
  'retention.manage',
  'audit.read',
  'audit.export',
  'notice.read',
  'subscription.manage',
  'emergency.declare',
  'paper-act.handle',
] as const;
export type Action = (typeof actions)[number];
export const isAction = (text: string): text is Action => (actions as readonly string[]).includes(text);

/** role → (organisation kinds that may hold it, actions it allows). */
export const roles = {
  declarant: {
    kinds: ['trader', 'broker'],
    allows: [
      'shipment.read',
      'shipment.write',
      'shipment.submit',
      'document.read',
      'look.read',
      'inspection.read',
      'inspection.schedule',
      'release.read',
      'payment.read',
      'payment.order',
      'licence.read',
      'carriage.read',
      'carriage.order',
      'reference.read',
      'enterprise.read',
      'notice.read',
      'message.post',
    ],
  },
  'enterprise-manager': {
    kinds: ['trader', 'broker', 'forwarder', 'carrier', 'authority', 'operator', 'bank'],
    allows: [
      'enterprise.read',
      'enterprise.manage',
      'staff.manage',
      'look.read',
      'authorisation.grant',
      'authorisation.accept',
      'api-key.manage',
      'directory.read',
      'directory.apply',
      'notice.read',
      'subscription.manage',
      'reference.read',
    ],
  },
  officer: {
    kinds: ['authority'],
    allows: [
      'shipment.read',
      'document.read',
      'look.withhold',
      'instruction.issue',
      'collision.resolve',
      'inspection.read',
      'inspection.record',
      'yard.read',
      'draw.read',
      'draw.conduct',
      'roster.read',
      'enterprise.mark',
      'paper-act.handle',
      'release.read',
      'reference.read',
      'notice.read',
      'subscription.manage',
    ],
  },
  /**
   * 排班员: says who of an authority can be drawn, where and for what (M6). Whoever conducts draws or inspects does not: he could leave
   * everybody but one off the roster, and draw.
   */
  'roster-keeper': {
    kinds: ['authority'],
    allows: ['roster.read', 'roster.manage', 'yard.read', 'reference.read', 'notice.read'],
    alone: true,
  },
  'gate-clerk': {
    kinds: ['operator'],
    allows: [
      'shipment.read',
      'release.read',
      'release.verify',
      'release.gate-out',
      'inspection.read',
      'yard.read',
      'reference.read',
      'notice.read',
      'subscription.manage',
    ],
  },
  'carrier-clerk': { kinds: ['carrier'], allows: ['message.post', 'reference.read', 'notice.read', 'shipment.read'] },
  'forwarder-clerk': { kinds: ['forwarder'], allows: ['reference.read', 'notice.read', 'enterprise.read'] },
  'bank-clerk': { kinds: ['bank'], allows: ['reference.read', 'notice.read', 'enterprise.read'] },
  /** 系统管理员: runs the platform and its rules. 三权分立 (R25; GB/T 22239 8.1.5.1–8.1.5.3): he gives nobody a right and keeps no record. */
  operator: {
    kinds: ['port-office'],
    allows: [
      'shipment.read',
      'document.read',
      'exchange.operate',
      'payment.reconcile',
      'jurisdiction.manage',
      'emergency.declare',
      'paper-act.handle',
      'reference.read',
      'reference.manage',
      'enterprise.read',
      'organisation.admit',
      'retention.read',
      'inspection.read',
      'inspection.schedule',
      'yard.read',
      'draw.read',
      'yard.manage',
      'enterprise.mark',
      'release.read',
      'notice.read',
      'subscription.manage',
      'api-key.manage',
    ],
  },
  /** 安全管理员: who may what, whom and which keys to trust, how long records are kept; sees no case and runs nothing. */
  'security-administrator': {
    kinds: ['port-office'],
    allows: [
      'staff.manage',
      'api-key.confirm',
      'trust.manage',
      'release-key.rotate',
      'retention.read',
      'retention.manage',
      'enterprise.read',
      'reference.read',
    ],
    alone: true,
  },
  /** 审计员: reads the whole trail and takes it away; changes nothing. */
  auditor: {
    kinds: ['port-office'],
    allows: ['audit.read', 'audit.export', 'retention.read', 'reference.read', 'draw.read'],
    alone: true,
  },
  /** A partner's system that posts its files on its own channel. */
  'partner-system': { kinds: ['authority', 'operator', 'carrier', 'bank'], allows: ['message.post'] },
} as const satisfies Record<
  string,
  {
    kinds: readonly OrganisationKind[];
    allows: readonly Action[];
    /** Whoever holds it holds no other role of the organisation, and no program holds it. */
    alone?: true;
  }
>;
export type Role = keyof typeof roles;

/** What an organisation is to a record: several at once, or nothing at all, and then the record does not exist for it. */
export const relations = {
  owner: { zh: '货主（或记录的所有者）', en: 'owner' },
  filer: { zh: '录入人（未申报的草稿）', en: 'who typed it' },
  authorised: { zh: '受托报关企业', en: 'authorised broker' },
  authority: { zh: '有关部门', en: 'authority concerned' },
  station: { zh: '货物所在场站', en: 'station of the goods' },
  carrier: { zh: '承运人', en: 'carrier of the goods' },
  'port-office': { zh: '口岸办', en: 'port office' },
} as const;
export type Relation = keyof typeof relations;

/** `draft`: never filed. `filed`: with the authorities. `ended`: withdrawn or closed. Other records are `live` or `ended`. */
export type RecordState = 'draft' | 'filed' | 'ended' | 'live';
/** What the authorisation must be for (`declare`, `inspect` …), where a broker acts. */
type Rule = {
  readonly relation: Relation;
  readonly states: readonly RecordState[];
  readonly act?: 'declare' | 'inspect' | 'pay';
};

const always: readonly RecordState[] = ['draft', 'filed', 'ended', 'live'];
const filed: readonly RecordState[] = ['filed', 'ended'];
const owner: Rule = { relation: 'owner', states: always };
const authorised: Rule = { relation: 'authorised', states: always };
const typed: Rule = { relation: 'filer', states: ['draft'] };
const authority: Rule = { relation: 'authority', states: filed };
const station: Rule = { relation: 'station', states: filed };
const carrier: Rule = { relation: 'carrier', states: filed };
const portOffice: Rule = { relation: 'port-office', states: filed };
const declaring: Rule = { ...authorised, act: 'declare' };

/** record → action → who may, by what he is to it. An action that is not named here is nobody's on such a record. */
export const records = {
  shipment: {
    'shipment.read': [owner, typed, authorised, authority, station, carrier, portOffice],
    'shipment.write': [owner, typed, declaring],
    'shipment.submit': [owner, declaring],
    'document.read': [owner, typed, authorised, authority, portOffice],
    'look.read': [owner],
    'look.withhold': [authority],
    'instruction.issue': [authority],
    'inspection.read': [owner, authorised, authority, station, portOffice],
    // the port office moves what stands in the way, with a reason
    'inspection.schedule': [owner, { ...authorised, act: 'inspect' }, portOffice],
    'inspection.record': [authority],
    'release.read': [owner, authorised, authority, station, portOffice],
    'release.gate-out': [station],
    // whose money it is: no party of the case sees it, nor the port office
    'payment.read': [
      { ...owner, states: filed },
      { ...authorised, states: filed },
    ],
    'payment.order': [
      { ...owner, states: filed },
      { ...authorised, states: filed, act: 'pay' },
    ],
    'paper-act.handle': [authority, portOffice],
    // whose freight it is: no party of the case sees it
    'carriage.read': [owner, typed, authorised],
    'carriage.order': [owner, typed, declaring],
  },
  authorisation: {
    'enterprise.read': [owner, authorised],
    'authorisation.grant': [owner, authorised],
    'authorisation.accept': [authorised],
  },
  'api-key': { 'api-key.manage': [owner] },
  subscription: { 'subscription.manage': [owner] },
} as const satisfies Record<string, Partial<Record<Action, readonly Rule[]>>>;
export type RecordKind = keyof typeof records;

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text);
/** Roles that people of such an organisation may hold; a partner’s system is no person. */
export const rolesOfKind = (kind: OrganisationKind): readonly Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => role !== 'partner-system' && mayHold(kind, role));

/** A role that a person holds by itself (三权分立, R25). */
export const standsAlone = (role: string): boolean => isRole(role) && 'alone' in roles[role];

/** Whether staff and programs of such an organisation may hold the role at all. */
export const mayHold = (kind: OrganisationKind | undefined, role: Role): boolean =>
  kind !== undefined && (roles[role].kinds as readonly OrganisationKind[]).includes(kind);

/** The door: whether some record of the kind might be his to act on. */
export function mayDo(heldRoles: readonly string[], action: Action): boolean {
  if (action === 'public') return true;
  if (action === 'signed-in') return heldRoles.length > 0;
  return heldRoles.some(
    (held) => Object.hasOwn(roles, held) && (roles[held as Role].allows as readonly Action[]).includes(action),
  );
}

/** What an organisation is to one record, with what its authorisations there are for. */
export type Standing = { readonly relations: readonly Relation[]; readonly acts?: readonly string[] };

/** Whether an organisation of that standing may do it to a record in that state; whether its person may at all says `mayDo`. */
export function mayDoTo(kind: RecordKind, action: Action, state: RecordState, standing: Standing): boolean {
  const rules = (records[kind] as Partial<Record<Action, readonly Rule[]>>)[action] ?? [];
  return rules.some(
    (rule) =>
      standing.relations.includes(rule.relation) &&
      rule.states.includes(state) &&
      (rule.act === undefined || (standing.acts ?? []).includes(rule.act)),
  );
}

/** What somebody may do: his roles allow it, and his key, where it was narrowed, names it. */
export const mayAct = (actor: Pick<Actor, 'roles' | 'onlyActions'>, action: Action): boolean =>
  mayDo(actor.roles, action) &&
  (actor.onlyActions === undefined ||
    action === 'public' ||
    action === 'signed-in' ||
    actor.onlyActions.includes(action));
