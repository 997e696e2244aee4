// The one policy table (P11): what each role may do. API, portal menu and documentation read this same table.
// Record-level conditions (own organisation, authorised broker, own authority) are checked in the use cases.
import type { OrganisationKind } from '../../kernel/party.ts';

/** Every action a route can name. `public` needs no sign-in; `signed-in` any session or key. */
export const actions = [
  'public',
  'signed-in',
  'shipment.read',
  'shipment.write',
  'shipment.submit',
  'document.read',
  'message.post',
  'instruction.issue',
  'collision.resolve',
  'inspection.read',
  'inspection.schedule',
  'inspection.record',
  'release.read',
  'release.verify',
  'release.gate-out',
  'exchange.operate',
  'reference.read',
  'reference.manage',
  'enterprise.read',
  'enterprise.manage',
  'authorisation.grant',
  'authorisation.accept',
  'api-key.manage',
  'notice.read',
  'subscription.manage',
  'emergency.declare',
  'paper-act.handle',
] as const;
export type Action = (typeof actions)[number];

/** role → (organisation kinds that may hold it, actions it allows). */
const roles = {
  declarant: {
    kinds: ['trader', 'broker'],
    allows: [
      'shipment.read',
      'shipment.write',
      'shipment.submit',
      'document.read',
      'inspection.read',
      'inspection.schedule',
      'release.read',
      'reference.read',
      'enterprise.read',
      'notice.read',
      'message.post',
    ],
  },
  'enterprise-manager': {
    kinds: ['trader', 'broker', 'carrier'],
    allows: [
      'enterprise.read',
      'enterprise.manage',
      'authorisation.grant',
      'authorisation.accept',
      'api-key.manage',
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
      'instruction.issue',
      'collision.resolve',
      'inspection.read',
      'inspection.record',
      'paper-act.handle',
      'release.read',
      'reference.read',
      'notice.read',
      'subscription.manage',
    ],
  },
  'gate-clerk': {
    kinds: ['operator'],
    allows: [
      'shipment.read',
      'release.read',
      'release.verify',
      'release.gate-out',
      'inspection.read',
      'reference.read',
      'notice.read',
      'subscription.manage',
    ],
  },
  'carrier-clerk': { kinds: ['carrier'], allows: ['message.post', 'reference.read', 'notice.read', 'shipment.read'] },
  operator: {
    kinds: ['port-office'],
    allows: [
      'shipment.read',
      'document.read',
      'exchange.operate',
      'emergency.declare',
      'paper-act.handle',
      'reference.read',
      'reference.manage',
      'enterprise.read',
      'inspection.read',
      'release.read',
      'notice.read',
      'subscription.manage',
      'api-key.manage',
    ],
  },
  /** A partner's system that posts its files on its own channel. */
  'partner-system': { kinds: ['authority', 'operator', 'carrier'], allows: ['message.post'] },
} as const satisfies Record<string, { kinds: readonly OrganisationKind[]; allows: readonly Action[] }>;
export type Role = keyof typeof roles;

/** Whether staff and programs of such an organisation may hold the role at all. */
export const mayHold = (kind: OrganisationKind | undefined, role: Role): boolean =>
  kind !== undefined && (roles[role].kinds as readonly OrganisationKind[]).includes(kind);

export function mayDo(heldRoles: readonly string[], action: Action): boolean {
  if (action === 'public') return true;
  if (action === 'signed-in') return heldRoles.length > 0;
  return heldRoles.some(
    (held) => Object.hasOwn(roles, held) && (roles[held as Role].allows as readonly Action[]).includes(action),
  );
}
