// The exchange components that are plugged in; `main.ts` registers them once at boot (1 + N + X).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Channel, DocumentDefinition, InboundBytes } from './contract.ts';

let registered: readonly Channel[] = [];
/** Of all of them, put together once. */
let placed: readonly PlacedDocument[] = [];
let placedById: ReadonlyMap<string, PlacedDocument> = new Map();

export function registerChannels(channels: readonly Channel[]): void {
  const ids = channels.map((c) => c.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new Error(`channel ${twice} is registered twice`);
  registered = channels;
  placed = channels.flatMap((channel) => channel.documents.map((document) => ({ channel, document })));
  placedById = new Map(placed.toReversed().map((one) => [one.document.id, one]));
}
export const registeredChannels = (): readonly Channel[] => registered;
export const channelById = (id: string): Channel | undefined => registered.find((c) => c.id === id);

export type PlacedDocument = { readonly channel: Channel; readonly document: DocumentDefinition };
export const allDocuments = (): readonly PlacedDocument[] => placed;
export const documentById = (id: string): PlacedDocument | undefined => placedById.get(id);
/** Of a document or of an acknowledgement. */
export const documentName = (kind: string): Bilingual | undefined =>
  documentById(kind)?.document.name ?? registered.find((c) => c.acknowledges?.kind === kind)?.acknowledges?.name;

export const findFormReader = (message: InboundBytes): Channel['readForm'] =>
  registered.find((c) => c.readForm && c.recognises(message))?.readForm;
/** The channel whose format the bytes are in. */
export const recognise = (message: InboundBytes): Channel | undefined => registered.find((c) => c.recognises(message));
