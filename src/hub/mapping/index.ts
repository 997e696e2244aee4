// Door of mapping: the registry of exchange components and the tables that split one form into many documents (P10).
export { mapDocument, pathOfField, unmapDocument } from './map-document.ts';
export { elementsFor, neededDocuments, partiesOf, planFiling, recipientIndex } from './plan-filing.ts';
export {
  allDocuments,
  channelById,
  documentById,
  findFormReader,
  recognise,
  registerChannels,
  registeredChannels,
} from './registry.ts';
export { conveyanceAuthorityChannel } from './conveyance-report.ts';
