// Door of the shipment module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { requireCodeLists } from './require-code-lists.ts';
export {
  type Case,
  casesOf,
  isOutsider,
  mayDoToShipment,
  mayReadShipment,
  mustBeAuthorisedFor,
  partyOf,
  readableAmong,
  visibilityOf,
} from './access.ts';
export { type Look, mayBeLook, noteLooks } from './note-looks.ts';
export { readArrivals } from './read-arrivals.ts';
export { type ArrivalWord, changedBy, takesArrivalBack } from './standing-arrivals.ts';
export { narrowForm } from './narrow-form.ts';
export { readAppliedForm } from './apply-for-change.ts';
export { openAmendment, withdrawShipment } from './amend-shipment.ts';
export { draftForTrader, draftShipment, isTraderKnown } from './draft-shipment.ts';
export { findingsOf } from './check-shipment.ts';
export { elementById, elements } from './elements.ts';
export { shownDictionary } from './shown-dictionary.ts';
export { importDeclaration } from './import-declaration.ts';
export { noteArrival, noteManifest, noteStowage, noteTracking } from './note-cargo.ts';
export { findLongGroups } from './limit-rows.ts';
export { findUnknown } from './find-unknown.ts';
export { normaliseForm } from './normalise-form.ts';
export { textsOfForm } from './case-texts.ts';
export {
  type CaseFacts,
  type CaseRow,
  type CaseHeading,
  listCaseHeadings,
  listCases,
  readableCase,
  readCaseFacts,
  takeChanged as takeChangedCases,
} from './store-library.ts';
export { closeCase, noteAnswer, noteProgress, noteRelease, reopenCase } from './react.ts';
export {
  readPage as pageShipments,
  readShipment,
  readSubmittedForm,
  rejectionsOf,
  shipmentHeading,
} from './read-shipments.ts';
export { createCompletionReminder } from './remind-completion.ts';
export { linesIn, type Piece, piecesOf, pieceType } from './read-pieces.ts';
export { saveForm } from './save-form.ts';
export { isWithheld } from './store-looks.ts';
export type { Visibility } from './store.ts';
export { countAll as countShipments, filterKnownNumbers as knownNumbers, versionFiledBy } from './store.ts';
export { completes } from './two-step.ts';
export { submitShipment } from './submit-shipment.ts';
export { goesUnderAccount, onCarrierBooking } from './required.ts';
export { recallGatePasses, zonePapersFor } from './zone-papers.ts';

export const shipmentModule: Module = {
  id: 'shipment',
  name: { zh: '综合申报', en: 'Composite filing' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
