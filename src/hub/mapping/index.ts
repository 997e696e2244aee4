// Door of mapping: the registry of exchange components and the tables that split one form into many documents (P10).
export { callFor, callOf, callText } from './call-of.ts';
export { mapDocument, pathOfField } from './map-document.ts';
export { type ReadablePart, readableParts, unmapDocument } from './unmap-document.ts';
export {
  correctingDocuments,
  decidersOf,
  hasTheSame,
  elementsFor,
  neededDocuments,
  partiesOf,
  planFiling,
  recipientIndex,
  standaloneElements,
} from './plan-filing.ts';
export {
  allDocuments,
  channelById,
  documentById,
  documentName,
  findFormReader,
  recognise,
  registerChannels,
  registeredChannels,
} from './registry.ts';
export {
  alphaTwoCountry,
  declarationCodes,
  numericCountry,
  numericCurrency,
  quarantineCountry,
  quarantinePackage,
  uneceMode,
  unecePackage,
} from './national-codes.ts';
export { acknowledgesEdifact, faultIn, notSpoken } from './acknowledge-edifact.ts';
export { answersOfEdifact, interchangeReference } from './edifact-answers.ts';
export { encodeJson } from './json-document.ts';
export { usualProfile } from './usual-profile.ts';
export { conveyanceAuthorityChannel } from './conveyance-report.ts';
export { alsoInEdifact } from './speaks-edifact.ts';
export { vesselPapers } from './vessel-papers.ts';
export { gateChannel } from './gate-channel.ts';
