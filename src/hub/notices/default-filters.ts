// What lands in somebody's inbox until he says otherwise: what his role has to act on or waits for, not everything he may see (M2).
// Pure.
import type { Actor } from '../../runtime/context.ts';
import { mayDo } from '../../runtime/identity/policy.ts';
import { stationsOfChannel } from '../reference/index.ts';
import type { EventFilter } from './contract.ts';

const appointments = ['inspection.planned', 'inspection.rescheduled', 'inspection.cancelled'];

export function defaultFilters(actor: Actor): EventFilter[] {
  const { roles } = actor;
  const filters: EventFilter[] = [
    {
      types: [
        'subscription.disabled',
        'mail.disabled',
        'authorisation.running-out',
        'api-key.expiring',
        'demo-accounts.shut',
        'qualification.confirmed',
        'qualification.refused',
        'qualification.ended',
        'qualification.expiring',
        'dishonest-mark.set',
        'dishonest-mark.lifted',
      ],
    },
  ];
  if (mayDo(roles, 'shipment.submit') || roles.includes('carrier-clerk'))
    filters.push(
      { tones: ['bad'] },
      { types: ['instruction.received', 'document.answered'], outcomes: ['inspect', 'hold', 'refuse', 'rejected'] },
      { types: [...appointments, 'release.granted', 'release.revoked', 'test-result.accepted'] },
      { types: ['payment.billed', 'payment.bill-cancelled', 'payment.returned', 'payment.standing-changed'] },
      { types: ['carriage.booking-changed'] },
      { types: ['licence.changed', 'licence.corrected', 'licence.exceeded'] },
    );
  if (mayDo(roles, 'directory.apply')) filters.push({ types: ['directory.changed'] });
  if (actor.authority !== undefined)
    filters.push(
      { types: [...appointments, 'paper-act.entered', 'test-result.filed'], authorities: [actor.authority] },
      { types: ['collision.found', 'draw.nonce-wanted'] },
    );
  if (mayDo(roles, 'release.gate-out'))
    filters.push({ types: ['release.granted', 'release.revoked'], places: stationsOfChannel(actor.channelId) });
  if (mayDo(roles, 'exchange.operate'))
    filters.push(
      { types: ['delivery.died', 'partner.troubled', 'paper-act.entered'] },
      { types: ['paper-act.reconciled'], tones: ['bad'] },
    );
  return filters;
}
