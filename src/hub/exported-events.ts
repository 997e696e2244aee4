// What goes out to data platforms of each event's payload: ids, codes, numbers and times. No names, no reasons, no release token, no numbers
// of bills and containers; who may know those asks the API. A type without a row goes out as an envelope only.
import type { ExportedFields } from '../runtime/bus/write-envelope.ts';

const shipment = ['shipmentId'];
const authorisation = ['authorisationId', 'ownerId', 'brokerId'];
const document = ['shipmentId', 'documentId', 'document', 'channel'];
const inspection = ['shipmentId', 'inspectionId', 'number'];
const release = ['shipmentId', 'releaseId', 'number', 'objectId'];
const payment = ['shipmentId', 'taxBillId'];
const paperAct = ['shipmentId', 'actId', 'authority', 'kind'];
const emergency = ['emergencyId', 'number', 'channels'];
const message = ['messageId', 'channel'];
const instruction = ['instruction.id', 'instruction.authority', 'instruction.kind', 'instruction.issuedAt'];

export const exportedEvents: ExportedFields = {
  'shipment.drafted': [...shipment, 'number'],
  'shipment.submitted': [...shipment, 'number', 'version', 'ownerId', 'filerId'],
  'shipment.withdrawn': [...shipment, 'version'],
  'shipment.completion-due': [...shipment, 'dueOn'],
  'shipment.completion-overdue': [...shipment, 'dueOn'],
  'shipment.change-applied': [...shipment, 'changeId', 'number', 'kind', 'version', 'channels'],
  'shipment.change-decided': [...shipment, 'changeId', 'number', 'kind', 'channel', 'approved'],
  'shipment.corrected': [...shipment, 'version', 'leftAt'],
  'shipment.answered': [...shipment, 'document', 'channel', 'outcome', 'at'],
  'shipment.manifested': shipment,
  'shipment.cargo-stowed': [...shipment, 'at'],
  'shipment.cargo-arrived': [...shipment, 'arrivedAt'],
  'shipment.closed': shipment,
  'shipment.reopened': shipment,

  'document.dispatched': [...document, 'version'],
  'document.delivered': document,
  'document.answered': [...document, 'outcome', 'at'],
  'delivery.died': [...document, 'deliveryId'],
  'delivery.replayed': ['shipmentId', 'deliveryId', 'documentId', 'channel'],
  'message.received': message,
  'message.waiting': message,
  'message.quarantined': message,

  'instruction.arrived': [...shipment, 'shipmentVersion', ...message, 'simulated', 'fact.authority', 'fact.kind'],
  'instruction.received': [...shipment, ...instruction],
  'instruction.ended': [...shipment, ...instruction],
  'instruction.parked': instruction,
  'disposition.changed': [...shipment, 'outcomes'],
  'collision.found': [...shipment, 'collisionId', 'kind'],
  'collision.resolved': [...shipment, 'collisionId', 'instructionId'],

  'inspection.planned': [...inspection, 'joint', 'authorities', 'objectIds', 'startsAt', 'byAppointment', 'late'],
  'inspection.changed': [...inspection, 'authorities'],
  'inspection.booked': [...inspection, 'startsAt', 'byAppointment'],
  'inspection.rescheduled': [...inspection, 'from', 'to'],
  'inspection.booking-cancelled': [...inspection, 'from', 'to'],
  'inspection.virtually-returned': [...inspection, 'objectIds', 'cutOff', 'at'],
  'inspection.result-recorded': [...inspection, 'authority', 'objectIds'],
  'inspection.finished': inspection,
  'inspection.cancelled': inspection,

  'release.granted': [...release, 'conditional', 'automatic', 'stationId', 'validUntil'],
  'release.revoked': [...release, 'stationId'],
  'release.expired': [...release, 'stationId', 'validUntil'],
  'release.used': [...release, 'gatedOutAt', 'remaining'],
  'release.moved': [...release, 'stationId', 'movement', 'at'],
  'release.move-reversed': [...release, 'stationId', 'movement', 'at'],
  'release.report-refused': [...release, 'stationId', 'movement', 'at', 'state'],
  'release.report-kept': [...shipment, 'movement', 'reverse', 'at', 'channel'],
  'release.left-unreleased': [...shipment, 'at'],
  'release.use-reversed': [...release, 'stationId', 'movement', 'at', 'remaining'],
  'money.told': [...message, ...shipment, 'fact.fact'],
  'payment.billed': [...payment, 'kind', 'currency', 'dueOn'],
  'payment.bill-cancelled': payment,
  'payment.ordered': [...payment, 'orderId', 'kind', 'currency'],
  'payment.accepted': [...payment, 'orderId'],
  'payment.settled': [...payment, 'orderId', 'kind', 'currency', 'settledAt'],
  'payment.refused': [...payment, 'orderId', 'reasonCode'],
  'payment.returned': [...payment, 'orderId', 'currency', 'whole'],
  'payment.disputed': [...payment, 'orderId'],
  'payment.confirmed': [...payment, 'at'],
  'payment.statement-read': ['lines', 'open'],
  'payment.standing-changed': ['organisationId', 'standingId', 'kind', 'state'],

  'release-key.proposed': ['keyChangeId'],
  'release-key.withdrawn': ['keyChangeId'],
  'seal-key.retired': ['keyId', 'resealed'],
  'seal-key.forgotten': ['keyId'],
  'release-key.rotated': ['kid', 'algorithm', 'stolen', 'before', 'publishedUntil'],
  'release-revocations.issued': ['number', 'entries', 'nextUpdate', 'digest'],

  'cargo.manifested': message,
  'cargo.arrived': [...message, 'arrivedAt'],
  'cargo.moved': [...message, 'movement', 'at'],
  'cargo.stowed': [...message, 'at'],
  'cargo.gated-out': [...message, 'at'],
  'cargo.tracked': [...message, 'at', 'certainty'],
  'cargo.sailing-told': [...message, 'voyage', 'departsAt', 'certainty'],
  'shipment.tracked': [...shipment, 'at', 'certainty'],
  'inspection.cut-off-changed': [...inspection, 'from', 'to', 'late'],
  'credential.issued': [...shipment, 'credentialId', 'kind'],
  'credential.revoked': [...shipment, 'credentialId', 'kind', 'flow'],
  'credential.received': [...shipment, 'credentialId', 'kind', 'channel', 'genuine'],
  'credential.told': [...message, ...shipment, 'fact.fact'],
  'state.asked': [...message, ...shipment, 'state', 'progress'],

  'authorisation.offered': authorisation,
  'authorisation.accepted': authorisation,
  'authorisation.revoked': authorisation,

  'emergency.declared': emergency,
  'emergency.ended': emergency,
  'paper-act.entered': paperAct,
  'paper-act.confirmed': paperAct,
  'paper-act.rejected': paperAct,
  'paper-act.reconciled': [...paperAct, 'state'],
  'paper-act.settled': paperAct,

  'channel.paused': ['channel'],
  'channel.draining': ['channel'],
  'channel.resumed': ['channel'],
  'channel.opened': ['channel', 'probeAt'],
  'channel.closed': ['channel'],
  'channel-settings.proposed': ['changeId', 'channel', 'effectiveFrom'],
  'channel-settings.confirmed': ['changeId', 'channel', 'effectiveFrom'],
  'channel-settings.withdrawn': ['changeId', 'channel'],
  'channel-credential.kept': ['channel'],
  'certification.started': ['certificationId', 'channel', 'scenarios'],
  'certification.cancelled': ['certificationId', 'channel'],
  'certification.finished': ['certificationId', 'channel', 'passed', 'failed', 'reportDigest'],
  'partner.troubled': ['channel', 'trouble'],
  'reaction.released': ['position', 'reaction'],
  'database.restored': ['timeline', 'lastPosition', 'restoredTo'],
  'restore.checked': ['restore'],
  'subscription.disabled': ['subscriptionId', 'organisationId'],
};
