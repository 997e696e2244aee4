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
export { narrowForm } from './narrow-form.ts';
export { openAmendment, withdrawShipment } from './amend-shipment.ts';
export { draftShipment } from './draft-shipment.ts';
export { elementById, elements } from './elements.ts';
export { importDeclaration } from './import-declaration.ts';
export { noteArrival, noteManifest } from './note-cargo.ts';
export { textsOfForm } from './case-texts.ts';
export { type CaseRow, listCases, readableCase, takeChanged as takeChangedCases } from './store-library.ts';
export { closeCase, noteAnswer, noteProgress, noteRelease, reopenCase } from './react.ts';
export {
  readPage as pageShipments,
  readShipment,
  readSubmittedForm,
  rejectionsOf,
  shipmentHeading,
} from './read-shipments.ts';
export { saveForm } from './save-form.ts';
export { isWithheld } from './store-looks.ts';
export type { Visibility } from './store.ts';
export { countAll as countShipments, filterKnownNumbers as knownNumbers } from './store.ts';
export { submitShipment } from './submit-shipment.ts';

export const shipmentModule: Module = {
  id: 'shipment',
  name: { zh: '综合申报', en: 'Composite filing' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
