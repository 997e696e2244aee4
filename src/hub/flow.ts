// The table of contents of the system: which event triggers which use case. Read it from top to bottom and you have read
// the main job (P1–P10). Reactions of one event run in the order given, in one transaction, at least once.
import type { StoredEvent } from '../runtime/context.ts';
import type { Flow } from '../runtime/outbox/flow-runner.ts';
import { receiveInstruction, registerObjects, withdrawObjects } from './disposition/index.ts';
import { reconcilePaperActs } from './emergency/index.ts';
import { dispatchDocuments, interpretMessage } from './exchange/index.ts';
import { planJointInspection } from './inspection/index.ts';
import { decideReleases, recordGateOut } from './release/index.ts';
import {
  closeCase,
  noteAnswer,
  noteArrival,
  noteManifest,
  noteProgress,
  noteRelease,
  reopenCase,
} from './shipment/index.ts';

export const flow: Flow = {
  // a shipment is filed, amended or withdrawn: one form, many documents (P10)
  'shipment.submitted': [registerObjects, dispatchDocuments],
  'shipment.withdrawn': [withdrawObjects, dispatchDocuments],

  // a partner's bytes came in: read, then told as facts (P3, N)
  'message.received': [interpretMessage],
  'document.answered': [noteAnswer],
  'instruction.arrived': [receiveInstruction, reconcilePaperActs],
  'cargo.manifested': [noteManifest],
  'cargo.arrived': [noteArrival],
  'cargo.gated-out': [recordGateOut],

  // a partner is away: what it decided on paper counts like its word (M10)
  'paper-act.confirmed': [receiveInstruction],

  // the combined disposition changed: a release that no longer holds is revoked before anything else (P5–P7)
  'disposition.changed': [decideReleases, planJointInspection, noteProgress],
  'inspection.planned': [dispatchDocuments],
  'inspection.result-recorded': [dispatchDocuments],
  // the terminal may load it from where it stands (M12)
  'inspection.virtually-returned': [dispatchDocuments],
  'release.granted': [dispatchDocuments, noteRelease],
  'release.revoked': [dispatchDocuments],
  'release.used': [closeCase],
  // the goods are in again: what authorities have said meanwhile decides first
  'release.use-reversed': [decideReleases, reopenCase],
};

/**
 * Events of one line are carried one after the other, in commit order: those of one case, and the messages of one channel,
 * because one may wait for a number that an earlier one tells. Lines go side by side.
 */
export const lineOf = (event: StoredEvent): string =>
  event.type === 'message.received'
    ? `channel ${(event.payload as { channel?: string }).channel ?? ''}`
    : event.subject;

/** Messages of one channel are read side by side; one that needs a number that is not known waits for those before it. */
export const readSideBySide = (event: StoredEvent): boolean => event.type === 'message.received';

/**
 * Reactions that change cases other than the one the event is about: what an authority says of objects without naming the case, and a
 * gate-out, which several units of one case may tell at the same moment.
 */
export const crossesLines = (event: StoredEvent): boolean =>
  event.type === 'cargo.gated-out' ||
  (flow[event.type]?.includes(receiveInstruction as never) === true &&
    (event.payload as { shipmentId?: string }).shipmentId !== event.subject);
