// A case begins: empty, as a copy, from a template, or from a partner's message read back into the form (P10).
import { toPartnerTime } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { organisationById, organisationByUscc } from '../enterprise/index.ts';
import type { Form, ShipmentEvents, StartShipment } from './contract.ts';
import { readable } from './access.ts';
import { normaliseForm, textOf } from './normalise-form.ts';
import { refuse } from './refusals.ts';
import { findTemplate, findVersion, insertShipment, nextSerial, replaceNumbers, type ShipmentRow } from './store.ts';
import { searchableNumbers, summariseForm } from './summarise-form.ts';

const emit = emitter<ShipmentEvents>();
/** Numbers given by others belong to one case only and are not copied. */
const notCopied = new Set([
  'centreNumber',
  'declarationNumber',
  'preEntryNumber',
  'clientNumber',
  'signatureText',
  'signedAtText',
  'traderReference',
]);

export const withoutOwnNumbers = (form: Form): Form =>
  Object.fromEntries(Object.entries(form).filter(([id]) => !notCopied.has(id)));

export async function startShipment(context: Context, start: StartShipment): Promise<string> {
  return draftShipment(context, await formToStartFrom(context, start));
}

async function formToStartFrom(context: Context, start: StartShipment): Promise<Form> {
  if (start.from === 'empty')
    return {
      direction: start.direction,
      transportMode: start.transportMode,
      transitRelation: '0',
      declarationMark: '1',
      entryType: 'M',
      priceStatement: '00000',
      goods: [],
      containers: [],
    };
  if (start.from === 'template') {
    const template = await findTemplate(context, start.templateId, context.actor.organisationId ?? '');
    if (!template) throw refuse('TEMPLATE_UNKNOWN');
    return template.form;
  }
  const row = await readable(context, start.shipmentId);
  const form = row.draft ?? (await findVersion(context, row.id, row.version))?.form ?? {};
  return withoutOwnNumbers(form);
}

export const isTraderKnown = async (context: Context, uscc: string): Promise<boolean> =>
  (await organisationByUscc(context, uscc)) !== undefined;

/** Begun by another window for an enterprise of ours, which goes on with it as with a draft of its own (N15). */
export async function draftForTrader(context: Context, uscc: string, form: Form): Promise<string | undefined> {
  const trader = await organisationByUscc(context, uscc);
  return trader && draftShipment(context, form, trader.id);
}

/** Makes the case. The owner is the trader named on the form where he is registered here, else whoever files. */
export async function draftShipment(
  context: Context,
  raw: Form,
  filerId = context.actor.organisationId ?? '',
): Promise<string> {
  const { form: given } = normaliseForm(raw);
  const filer = await organisationById(context, filerId);
  if (!filer) throw new Error(`actor ${context.actor.id} has no organisation`);
  const form = withOwnParty(given, filer);
  const owner = (await organisationByUscc(context, textOf(form, 'traderUscc'))) ?? filer;
  const number = `PT${toPartnerTime(context.now, 'yyyyMMdd').slice(2)}${String(await nextSerial(context)).padStart(7, '0')}`;
  const row: ShipmentRow = {
    id: context.newId(),
    number,
    owner_id: owner.id,
    owner_name: owner.name,
    filer_id: filer.id,
    filer_name: filer.name,
    direction: textOf(form, 'direction') === 'export' ? 'export' : 'import',
    transport_mode: textOf(form, 'transportMode') || '9',
    state: 'draft',
    progress: 'draft',
    version: 0,
    revision: 1,
    draft: form,
    summary: summariseForm(form),
    simulated: context.settings.mode === 'demo',
    created_at: context.now,
    updated_at: context.now,
    declaration_office: textOf(form, 'declarationOffice') || null,
    closed_at: null,
  };
  await insertShipment(context, row);
  await replaceNumbers(context, row.id, searchableNumbers(form, [number]));
  await emit(context, 'shipment.drafted', row.id, { shipmentId: row.id, number });
  return row.id;
}

/** The enterprise's profile fills its own boxes: a trader his, a broker the declarant's. */
function withOwnParty(
  form: Form,
  filer: { kind: string; name: string; uscc?: string; customsRegistration?: string },
): Form {
  const role = filer.kind === 'broker' ? ['agent'] : ['trader', 'owner', 'agent'];
  const own = Object.fromEntries(
    role.flatMap((r) => [
      [`${r}Name`, filer.name],
      [`${r}Uscc`, filer.uscc ?? ''],
      [`${r}Code`, filer.customsRegistration ?? ''],
    ]),
  );
  const keying = {
    keyingName: filer.name.slice(0, 70),
    keyingUscc: filer.uscc ?? '',
    keyingCode: filer.customsRegistration ?? '',
  };
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
  return { ...own, ...keying, ...given };
}
