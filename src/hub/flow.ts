// The table of contents of the system: which event triggers which use case. Read it from top to bottom and you have read
// the main job (P1–P10). Reactions of one event run in the order given, in one transaction, at least once.
import type { StoredEvent } from '../runtime/context.ts';
import type { Flow } from '../runtime/outbox/flow-runner.ts';
import {
  growObjects,
  joinManifest,
  receiveInstruction,
  registerObjects,
  withdrawObjects,
} from './disposition/index.ts';
import { noteBarge, noteBooking } from './carriage/index.ts';
import { commitDraw, freezePopulation, publishReplaced, revealDraw } from './draw/index.ts';
import { reconcilePaperActs } from './emergency/index.ts';
import { issueCredential, keepCredential, withdrawCredential } from './credentials/index.ts';
import { noteDirectory } from './directory/index.ts';
import { dispatchApplication, dispatchDocuments, interpretMessage } from './exchange/index.ts';
import { giveNightsBack, nameOfficer, noteSailing, planJointInspection } from './inspection/index.ts';
import {
  giveBackLicences,
  noteLicence,
  recountLicence,
  reserveLicencesAgain,
  tellKeptLicences,
  writeOffLicences,
} from './licence/index.ts';
import { noteDeadLetter, noteOutage, noteReturn } from './partner/index.ts';
import { noteMoney, tellKeptStandings } from './payment/index.ts';
import { decideReleases, joinKeptReports, joinReportsAgain, recordGateOut, recordMoved } from './release/index.ts';
import {
  closeCase,
  noteAnswer,
  noteArrival,
  noteManifest,
  noteProgress,
  noteRelease,
  noteStowage,
  noteTracking,
  recallGatePasses,
  reopenCase,
} from './shipment/index.ts';

export const flow: Flow = {
  // a shipment is filed, amended or withdrawn: one form, many documents (P10)
  'shipment.submitted': [registerObjects, recallGatePasses, dispatchDocuments],
  'shipment.withdrawn': [withdrawObjects, recallGatePasses, dispatchDocuments, giveBackLicences],
  // what an authority has taken is changed by application (修撤单)
  'shipment.change-applied': [dispatchDocuments],
  'shipment.change-retracted': [dispatchDocuments],

  // agreed to when the goods had left: whoever has the version before is told of the new one
  'shipment.corrected': [dispatchDocuments],

  // a partner's bytes came in: read, then told as facts (P3, N)
  'message.received': [interpretMessage],
  'document.answered': [noteAnswer],
  // special customs areas: the list approved, its gate pass is applied for; granted, the gate is told (N1, N10)
  'shipment.zone-paper-told': [dispatchDocuments],
  'instruction.arrived': [receiveInstruction, reconcilePaperActs],
  'cargo.manifested': [noteManifest, joinManifest],
  'disposition.manifest-joined': [growObjects],
  'cargo.arrived': [noteArrival],
  // arrival and tally reports to customs (舱单)
  'shipment.cargo-arrived': [dispatchDocuments],
  'cargo.moved': [recordMoved],
  'cargo.stowed': [noteStowage],
  'cargo.tracked': [noteTracking],
  // the cut-off of whoever is inspected for it (M12)
  'cargo.sailing-told': [noteSailing],
  'cargo.gated-out': [recordGateOut],

  // who is marked dishonest keeps no slot outside opening hours (SC 4)
  'dishonest-mark.set': [giveNightsBack],

  // bills, payments and what banks say of them (X3)
  'money.told': [noteMoney],
  'payment.ordered': [dispatchDocuments],
  'payment.settled': [dispatchDocuments],

  // space booked with carriers, and what they say of it (N11)
  'carriage.booking-requested': [dispatchDocuments],
  'carriage.booking-amended': [dispatchDocuments],
  'carriage.booking-cancellation-asked': [dispatchDocuments],
  'booking.told': [noteBooking],
  // boxes given to barges of the river
  'carriage.barge-ordered': [dispatchDocuments],
  'carriage.barge-cancellation-asked': [dispatchDocuments],
  'barge.told': [noteBarge],

  // licences of commerce and what is left of them, each in its own line (N8)
  'licence.told': [noteLicence],
  'licence.named': [recountLicence],
  // what commerce said of its licences, banks and the foreign exchange administration of its standing, before it was registered here
  'organisation.approved': [tellKeptLicences, tellKeptStandings],

  // what an enterprise applies for at the foreign exchange administration goes out as a document of no case, and is answered (N7)
  'directory.applied': [dispatchApplication],
  'directory.told': [noteDirectory],

  // a partner is away: what it decided on paper counts like its word (M10)
  'paper-act.confirmed': [receiveInstruction],

  // a partner is away or back, a document to it has died: published, and told to whom it concerns (N)
  'channel.opened': [noteOutage],
  'channel.closed': [noteReturn],
  'delivery.died': [noteDeadLetter],

  // double random: nobody steers what is inspected, nor by whom (M6)
  'draw.opened': [commitDraw],
  'draw.committed': [freezePopulation],
  'draw.contributed': [revealDraw],
  'draw.officer-named': [nameOfficer],
  'draw.ordered': [receiveInstruction],
  'draw.replacement-asked': [publishReplaced],

  // the combined disposition changed: a release that no longer holds is revoked before anything else (P5–P7)
  'disposition.changed': [decideReleases, planJointInspection, noteProgress],
  'inspection.planned': [dispatchDocuments],
  'inspection.result-recorded': [dispatchDocuments],
  // the terminal may load it from where it stands (M12)
  'inspection.virtually-returned': [dispatchDocuments],
  'release.granted': [dispatchDocuments, noteRelease, issueCredential, joinKeptReports],
  'release.revoked': [dispatchDocuments, withdrawCredential],
  // all loaded: loading manifest and tally report
  'release.moved': [dispatchDocuments],
  'release.move-reversed': [dispatchDocuments],
  // nobody came in time: what may still leave gets another one
  'release.expired': [decideReleases, withdrawCredential],
  'release.renewal-due': [decideReleases],
  'release.used': [closeCase],
  // certificates that a stranger can check, and questions of how a case stands (N14, N15)
  'credential.issued': [dispatchDocuments],
  'credential.revoked': [dispatchDocuments],
  'credential.told': [keepCredential],
  'state.asked': [dispatchDocuments],
  // exports that have left: tax and foreign exchange get their data (X3)
  'shipment.closed': [dispatchDocuments, writeOffLicences],
  'shipment.reopened': [dispatchDocuments, reserveLicencesAgain],
  // the goods are in again: what authorities have said meanwhile decides first, then what the station has
  'release.use-reversed': [decideReleases, reopenCase, joinReportsAgain],
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
 * Reactions that change cases other than the one the event is about: what an authority says of objects without naming the case, a gate-out,
 * which several units of one case may tell at the same moment, and what an enterprise holds in several cases.
 */
export const crossesLines = (event: StoredEvent): boolean =>
  event.type === 'cargo.gated-out' ||
  event.type === 'cargo.moved' ||
  event.type === 'cargo.sailing-told' ||
  event.type === 'dishonest-mark.set' ||
  // The carrier names a booking; whose case it is for is found by it.
  event.type === 'booking.told' ||
  event.type === 'barge.told' ||
  // A statement is about orders of several cases.
  (event.type === 'money.told' && (event.payload as { shipmentId?: string }).shipmentId !== event.subject) ||
  (flow[event.type]?.includes(receiveInstruction as never) === true &&
    (event.payload as { shipmentId?: string }).shipmentId !== event.subject);
