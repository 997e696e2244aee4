// Which documents a shipment needs, how many boxes of them the form fills, and who receives each element (P10).
import { evaluate } from '../../kernel/condition.ts';
import type { FieldRecipient, FilingPlan, Form, RecipientIndex } from '../shipment/contract.ts';
import type { Overlay, Trigger } from './contract.ts';
import { mapDocument } from './map-document.ts';
import { allDocuments, type PlacedDocument } from './registry.ts';

/** The documents a trigger sends out for this form; the split itself. */
export const neededDocuments = (trigger: Trigger, form: Form, overlay: Overlay = {}): PlacedDocument[] =>
  allDocuments().filter(
    ({ document }) => document.trigger === trigger && evaluate(document.neededWhen, { ...form, ...overlay }),
  );

/** What the reports of goods under way carry of the form. */
export const standaloneElements = (): ReadonlySet<string> =>
  new Set(
    allDocuments().flatMap(({ document }) =>
      document.standsAlone ? document.fields.flatMap((field) => field.from.filter((id) => !id.includes('.'))) : [],
    ),
  );

/**
 * What goes out of a version agreed to after all goods have left: the filing again, to all but the stations; what was told of the goods'
 * leaving is taken back and told again where it is another now. A version that nobody had to agree to (`unasked`: a report was corrected) goes
 * to those alone whose document is another now.
 */
export function correctingDocuments(before: Form, after: Form, unasked = false): PlacedDocument[] {
  const ofLeaving = neededDocuments('shipment.closed', after).filter(({ document: { fields } }) =>
    differ(fields, before, after),
  );
  return [
    ...neededDocuments('shipment.submitted', after).filter(
      ({ channel, document: { fields } }) =>
        channel.station === undefined && (!unasked || differ(fields, before, after)),
    ),
    ...neededDocuments('shipment.reopened', before).filter((one) =>
      ofLeaving.some(({ channel }) => channel.id === one.channel.id),
    ),
    ...ofLeaving,
  ];
}

/**
 * Channels that decide on an application to change `before` into `after`, of those that have taken it; to withdraw it where there is no
 * `after`. Who gets nothing of what is changed does not decide on it.
 */
export const decidersOf = (taken: readonly string[], before: Form, after?: Form): string[] =>
  neededDocuments('shipment.change-applied', before)
    .filter(
      ({ channel, document: { fields } }) => taken.includes(channel.id) && (!after || differ(fields, before, after)),
    )
    .map(({ channel }) => channel.id);
/** Nothing that it has of the version before is another now: what it said of that one holds for this one. */
export const hasTheSame = (channelId: string, before: Form, after: Form): boolean =>
  neededDocuments('shipment.change-applied', before).some(({ channel }) => channel.id === channelId) &&
  decidersOf([channelId], before, after).length === 0;
const differ = (fields: Parameters<typeof mapDocument>[0], before: Form, after: Form): boolean =>
  plainOf(fields, before) !== plainOf(fields, after);
/** Digests too differ where what is digested does. */
const plainOf = (fields: Parameters<typeof mapDocument>[0], form: Form): string =>
  JSON.stringify(mapDocument(fields, form, {}, (text) => text));

export function planFiling(form: Form): FilingPlan {
  const documents = neededDocuments('shipment.submitted', form).map(({ channel, document }) => ({
    document: document.id,
    name: document.name,
    channel: channel.id,
    channelName: channel.name,
    boxes: mapDocument(document.fields, form).filter((f) => f.value !== '').length,
    because: document.because,
  }));
  return { typed: countTyped(form), filed: documents.reduce((sum, d) => sum + d.boxes, 0), documents };
}

function countTyped(form: Form): number {
  return Object.values(form).reduce(
    (count, value) =>
      count +
      (typeof value === 'string'
        ? Number(value !== '')
        : value.reduce((n, row) => n + Object.values(row).filter((v) => v !== '').length, 0)),
    0,
  );
}

/** Every element with all its recipients; documents sent on filing and after. */
export function recipientIndex(): RecipientIndex {
  const index: Record<string, FieldRecipient[]> = {};
  for (const { channel, document } of allDocuments()) {
    for (const field of document.fields) {
      for (const element of field.from.filter((id) => !id.includes('.'))) {
        (index[element] ??= []).push({
          channel: channel.id,
          channelName: channel.name,
          document: document.id,
          documentName: document.name,
          target: field.target,
        });
      }
    }
  }
  return index;
}

const partTriggers: readonly Trigger[] = ['shipment.submitted', 'inspection.planned', 'release.granted'];

/** Channels whose far ends take part in a case with this form: whoever gets a document of it when it is filed, inspected or released. */
export const partiesOf = (form: Form): string[] => [
  ...new Set(partTriggers.flatMap((trigger) => neededDocuments(trigger, form).map(({ channel }) => channel.id))),
];

/** Every element that some document of the channel carries: what its far end needs to know of a form (B16 按照职能需要). What it gets a digest of it does not know. */
export const elementsFor = (channelId: string): ReadonlySet<string> =>
  new Set(
    allDocuments()
      .filter(({ channel }) => channel.id === channelId)
      .flatMap(({ document }) => document.fields.filter((field) => !field.digest).flatMap((field) => field.from)),
  );
