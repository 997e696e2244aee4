// Reading an enterprise's own applications: the version that counts, how far it has come, what was said of it and what comes next.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import { mayAct } from '../../runtime/identity/policy.ts';
import { documentByClientNumber } from '../documents/index.ts';
import type { AnswerView, ApplicationView, DirectoryForm } from './contract.ts';
import {
  type AnswerRow,
  type ApplicationRow,
  type FilingRow,
  findByClientNumber,
  findFiling,
  listAnswers,
  listFilings,
  pageApplications,
} from './store.ts';
import { whatNext } from './what-next.ts';

export async function readApplications(context: Context, query: PageQuery): Promise<Page<ApplicationView>> {
  const { rows, next } = await readPageOf(query, (page) =>
    pageApplications(context, context.actor.organisationId ?? '', page),
  );
  return { items: await viewsOf(context, rows), ...next };
}
export async function readApplication(context: Context, row: ApplicationRow): Promise<ApplicationView> {
  const [view] = await viewsOf(context, [row]);
  if (!view) throw new Error(`application ${row.id} has no filing`);
  return view;
}

async function viewsOf(context: Context, rows: readonly ApplicationRow[]): Promise<ApplicationView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [filings, answers] = await Promise.all([listFilings(context, ids), listAnswers(context, ids)]);
  return Promise.all(
    rows.flatMap((row) => {
      const filing = filings.find((one) => one.application_id === row.id && one.version === row.version);
      return filing
        ? [
            toView(
              context,
              row,
              filing,
              answers.filter((a) => a.application_id === row.id),
            ),
          ]
        : [];
    }),
  );
}

async function toView(
  context: Context,
  row: ApplicationRow,
  filing: FilingRow,
  answers: readonly AnswerRow[],
): Promise<ApplicationView> {
  const delivery = await deliveryOf(context, filing.client_number);
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    version: row.version,
    form: filing.form,
    filedAt: filing.filed_at,
    filedBy: filing.filed_by,
    ...(delivery ? { delivery } : {}),
    answers: answers.map(toAnswerView),
    whatNext: nextOf(row, delivery, answers),
    can: row.state === 'returned' && mayAct(context.actor, 'directory.apply') ? ['correct'] : [],
    simulated: row.simulated,
  };
}
const nextOf = (
  row: ApplicationRow,
  delivery: ApplicationView['delivery'],
  answers: readonly AnswerRow[],
): Bilingual => {
  const entry = answers.findLast((a) => a.version === row.version && a.outcome === 'approved')?.entry;
  return whatNext(row, { ...(delivery ? { delivery: delivery.state } : {}), ...(entry ? { entry } : {}) });
};

/** Documents of no case are the port office's alone to open; how far its own has come is told to the enterprise. */
async function deliveryOf(context: Context, clientNumber: string): Promise<ApplicationView['delivery']> {
  const document = await context.beyondLock((open) => documentByClientNumber(open, clientNumber));
  const delivery = document?.delivery;
  if (!delivery) return undefined;
  const { state, attempts, deliveredAt } = delivery;
  return { state, attempts, ...(deliveredAt ? { deliveredAt } : {}) };
}

const toAnswerView = (row: AnswerRow): AnswerView => ({
  version: row.version,
  outcome: row.outcome,
  text: row.text,
  at: row.said_at,
  ...(row.partner_number ? { partnerNumber: row.partner_number } : {}),
  ...(row.field ? { field: row.field } : {}),
  ...(row.entry ? { entry: row.entry } : {}),
  simulated: row.simulated,
});

/** What was filed, for whoever writes the document. */
export async function filedApplication(
  context: Context,
  { applicationId, version }: { readonly applicationId: string; readonly version: number },
): Promise<{ readonly clientNumber: string; readonly form: DirectoryForm } | undefined> {
  const filing = await findFiling(context, applicationId, version);
  return filing && { clientNumber: filing.client_number, form: filing.form };
}
/** Which application and version our number stands for. */
export async function applicationFiledAs(
  context: Context,
  clientNumber: string,
): Promise<{ readonly applicationId: string; readonly version: number } | undefined> {
  const filing = await findByClientNumber(context, clientNumber);
  return filing && { applicationId: filing.application_id, version: filing.version };
}
