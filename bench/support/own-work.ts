// What a journey's own work comes to where nothing is sent, received, asked of a database or kept: the form checked, its documents written in the
// partners' formats, their answers read, the disposition decided, the events sealed, words for the library found. Of a journey that has just
// gone, with its own form, answers and events, over and over, so that everything is compiled: the least that this function costs here.
import type pg from 'pg';
import { checkForm } from '../../src/hub/shipment/rules.ts';
import { codesIn, typedValues } from '../../src/hub/shipment/rules-values.ts';
import type { Form } from '../../src/hub/shipment/contract.ts';
import { loadLookup } from '../../src/hub/reference/index.ts';
import { channelById, neededDocuments, partiesOf, planFiling } from '../../src/hub/mapping/index.ts';
import { type DispatchEvent, writeDocument } from '../../src/hub/exchange/write-document.ts';
import { createEvaluator } from '../../src/hub/disposition/combine-instructions.ts';
import type { Instruction } from '../../src/hub/disposition/contract.ts';
import { jurisdiction } from '../../src/hub/disposition/jurisdiction.ts';
import { splitObjects } from '../../src/hub/disposition/split-objects.ts';
import { joinTexts, textsOfDocument } from '../../src/hub/documents/gather-texts.ts';
import { fold, splitWords } from '../../src/hub/documents/split-words.ts';
import type { DocumentRow } from '../../src/hub/documents/store.ts';
import { sha256Hex } from '../../src/kernel/digest.ts';
import { type Context, portico, type StoredEvent } from '../../src/runtime/context.ts';
import { commitTo } from '../../src/runtime/ledger/leaf.ts';
import type { UnitOfWork } from '../../src/runtime/unit-of-work.ts';

type Kept = {
  readonly form: Form;
  readonly events: readonly StoredEvent[];
  readonly documents: readonly (DocumentRow & { readonly bytes: Buffer })[];
  readonly words: readonly Instruction[];
};

/** CPU of one journey's own work, ms; done so many times to be compiled, and as many times to be measured. */
export async function ownWork(
  { pool, unitOfWork, times }: { readonly pool: pg.Pool; readonly unitOfWork: UnitOfWork; readonly times: number },
  shipmentId: string,
): Promise<number> {
  const kept = await readJourney(pool, shipmentId);
  return unitOfWork.read(portico, async (context) => {
    const codes = typedValues(kept.form).flatMap(({ element, value }) =>
      codesIn(element, value).flatMap((code) => (element.codeList ? [{ list: element.codeList, code }] : [])),
    );
    const lookup = await loadLookup(context, {
      codes: codes.filter(({ list }) => list !== 'tariff'),
      tariff: codes.flatMap(({ list, code }) => (list === 'tariff' ? [code] : [])),
    });
    const once = () => workOnce(context, kept, lookup);
    for (let i = 0; i < times; i++) once();
    const before = process.cpuUsage();
    for (let i = 0; i < times; i++) once();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / times;
  });
}

async function readJourney(pool: pg.Pool, shipmentId: string): Promise<Kept> {
  const [forms, events, documents, words] = await Promise.all([
    pool.query<{ form: Form }>('select form from shipment.version where shipment_id = $1', [shipmentId]),
    pool.query<Record<string, unknown>>('select * from runtime.event where subject = $1 order by position', [
      shipmentId,
    ]),
    pool.query<DocumentRow & { bytes: Buffer }>(
      'select d.*, b.bytes from documents.document d join documents.body b on b.digest = d.digest where d.shipment_id = $1',
      [shipmentId],
    ),
    pool.query<{ body: Instruction }>('select body from disposition.instruction where shipment_id = $1', [shipmentId]),
  ]);
  const [filed] = forms.rows;
  if (!filed) throw new Error(`nothing is filed for ${shipmentId}`);
  return {
    form: filed.form,
    events: events.rows.map((row) => ({
      ...(row as unknown as StoredEvent),
      occurredAt: new Date(String(row.occurred_at)).toISOString(),
    })),
    documents: documents.rows,
    words: words.rows.map(({ body }) => body),
  };
}

function workOnce(context: Context, kept: Kept, lookup: Awaited<ReturnType<typeof loadLookup>>): void {
  const { form, events, documents, words } = kept;
  const submitted = events.find(({ type }) => type === 'shipment.submitted') as DispatchEvent | undefined;
  if (!submitted) throw new Error('nothing was submitted');
  typedValues(form);
  if (checkForm({ form, step: 'declare', lookup }).some(({ severity }) => severity === 'error'))
    throw new Error('its form has errors');
  planFiling(form);
  partiesOf(form);
  const about = { number: 'PT0', version: 1, since: submitted.occurredAt };
  const filing = { number: about.number, simulated: false, version: about.version, form };
  for (const [i, placed] of neededDocuments('shipment.submitted', form).entries()) {
    const written = writeDocument(context, submitted, filing, placed, i + 1);
    if ('reason' in written) throw new Error(written.reason);
    sha256Hex(written.document.bytes);
  }
  const evaluator = createEvaluator(splitObjects(form, about), jurisdiction);
  for (let said = 0; said <= words.length; said++) evaluator.decide(words.slice(0, said), submitted.occurredAt);
  for (const { bytes, ...row } of documents) {
    if (row.flow === 'inbound') {
      sha256Hex(bytes);
      channelById(row.channel ?? '')?.interpret({
        bytes,
        contentType: row.media_type,
        fileName: row.file_name,
      });
    }
    splitWords(fold(joinTexts(textsOfDocument(row, bytes))));
  }
  for (const { id, type, subject, payload, actor, occurredAt } of events) {
    JSON.stringify(payload);
    commitTo({ id, type, subject, at: occurredAt }, actor, payload);
  }
}
