// A sheet that somebody uploads (N12, P10): each shipment becomes a draft with everything that is wrong with it, and the sheet is kept and listed with
// what became of it, like a file of a folder. One that cannot be read is listed with the reason.
import { sha256Hex } from '../../kernel/digest.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { keepDocument } from '../documents/index.ts';
import type { ErpEvents, FileAnswer, ShipmentAnswer } from './contract.ts';
import { draftFromFile, problemOf } from './file-shipment.ts';
import type { Sheet } from './map-sheet.ts';
import { readFile } from './read-file.ts';
import { refuse } from './refusals.ts';
import { insertFile, keepAnswers } from './store.ts';

const emit = emitter<ErpEvents>();
type Upload = { readonly bytes: Uint8Array; readonly name: string };

export async function uploadSheet(context: Context, upload: Upload): Promise<FileAnswer> {
  const { bytes, name } = upload;
  let sheet: Sheet;
  try {
    sheet = await readFile(bytes, name);
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    const refusal = refuse('SHIPMENT_FILE_UNREADABLE', error.reason);
    await keep(context, upload, { shipments: [], findings: [], problem: problemOf(refusal) });
    context.keepIfRefused();
    throw refusal;
  }
  const shipments: ShipmentAnswer[] = [];
  for (const shipment of sheet.shipments) shipments.push(await draftFromFile(context, shipment));
  const { findings } = sheet;
  const digest = await keep(context, upload, { shipments, findings });
  return { file: name, digest, shipments, findings };
}

async function keep(
  context: Context,
  { bytes, name }: Upload,
  answer: Pick<FileAnswer, 'shipments' | 'findings' | 'problem'>,
): Promise<string> {
  const id = context.newId();
  const digest = sha256Hex(bytes);
  const organisationId = context.actor.organisationId ?? '';
  await insertFile(context, {
    id,
    subscription_id: null,
    organisation_id: organisationId,
    name: name || `${id}.bin`,
    digest,
    received_at: context.now,
    uploaded_by: context.actor.name,
  });
  const { shipments, findings, problem } = answer;
  await keepAnswers(context, id, { shipments, findings, ...(problem ? { problem } : {}), answered: true });
  // Of no case, so not shown by the library; the same bytes may lie there already, under another's document.
  await context.beyondLock((open) =>
    keepDocument(open, {
      id,
      kind: 'erp.inbound',
      name: { zh: '上传的多票表格', en: 'Sheet that was uploaded' },
      flow: 'inbound',
      bytes,
      mediaType: 'application/octet-stream',
      fileName: name || `${id}.bin`,
      simulated: context.settings.mode === 'demo',
    }),
  );
  await emit(context, 'erp.file-received', id, { fileId: id, organisationId, digest });
  await emit(context, 'erp.file-answered', id, {
    fileId: id,
    organisationId,
    filed: 0,
    refused: 0,
    drafted: shipments.length,
  });
  return digest;
}
