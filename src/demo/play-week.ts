// Plays the demo week on an empty database: every act is a use case done by a demo account, every answer comes over the wire
// from a simulator, and only the clock is played. Seven days pass in seconds; then the clock is the system's again and what
// still waits goes on live. The mark tells the next start of a week cut short; where there is no mark (a database of your own),
// such a week is completed: what is already filed is left alone.
import { acceptAuthorisation, actorOfAccount, demoParty, offerAuthorisation } from '../hub/enterprise/index.ts';
import { inspectionsOf, recordResult } from '../hub/inspection/index.ts';
import {
  countShipments,
  draftShipment,
  knownNumbers,
  openAmendment,
  readShipment,
  saveForm,
  submitShipment,
  withdrawShipment,
} from '../hub/shipment/index.ts';
import type { Form } from '../hub/shipment/contract.ts';
import { multiplyDecimals } from '../kernel/decimal.ts';
import { partnerDay, plusMs } from '../kernel/instant.ts';
import { type Context, portico } from '../runtime/context.ts';
import type { PlayedTime } from '../runtime/timers.ts';
import type { UnitOfWork } from '../runtime/unit-of-work.ts';
import { demoForm } from './demo-form.ts';
import type { WeekMark } from './week-mark.ts';
import { type Case, week } from './week.ts';

const HOUR_MS = 3_600_000;
const LEAD_MS = 170 * HOUR_MS;
/** Simulators answer within seconds; real partners take minutes to hours. */
const STRETCH = 300;
const SETTLE_MS = 20_000;

export type PlayWeekOptions = {
  readonly application: {
    readonly unitOfWork: UnitOfWork;
    wake(): void;
    isQuiet(): Promise<boolean>;
    nextRetryAt(): Promise<string | undefined>;
  };
  readonly time: PlayedTime;
  readonly cases?: readonly Case[];
  readonly mark?: Pick<WeekMark, 'begin' | 'end'>;
  readonly report: (line: string) => void;
};

/** How many cases were played; 0 where the week is there already, or the database holds somebody's own shipments. */
export async function playWeek({ application, time, cases = week, mark, report }: PlayWeekOptions): Promise<number> {
  const { unitOfWork } = application;
  const end = time.now().getTime();
  const { known, total } = await unitOfWork.read(portico, async (context) => ({
    known: await knownNumbers(
      context,
      cases.map((c) => c.reference),
    ),
    total: await countShipments(context),
  }));
  const wanted = cases.map((c, serial) => ({ ...c, serial })).filter((c) => !known.has(c.reference));
  if (wanted.length === 0 || (known.size === 0 && total > 0)) return 0;

  // Only an empty database is marked: whatever is in it then came from this play.
  if (total === 0) mark?.begin();
  report(`准备演示数据（${wanted.length} 票）/ preparing the demo week (${wanted.length} shipments) …`);
  const begin = end - LEAD_MS;
  time.play(new Date(begin), STRETCH);
  const agenda = createAgenda();
  const as = <T>(account: string, act: (context: Context) => Promise<T>): Promise<T> =>
    unitOfWork.run(portico, async (context) => act({ ...context, actor: await actorOfAccount(context, account) }));

  async function settle(): Promise<void> {
    application.wake();
    for (let waited = 0; !(await application.isQuiet()); waited += 4) {
      if (waited > SETTLE_MS) throw new Error('the demo week does not settle');
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }

  if (known.size === 0) await authoriseBroker(as);
  for (const one of wanted) agenda.at(end - one.hoursAgo * HOUR_MS, () => playCase({ one, as, agenda, time }));
  let filed = 0;
  for (;;) {
    const retry = await application.nextRetryAt();
    const next = Math.min(agenda.next() ?? end, time.nextDue() ?? end, retry ? Date.parse(retry) : end);
    if (next >= end) break;
    time.moveTo(next);
    const done = await agenda.run(time.now().getTime());
    await settle();
    filed += done.filed;
    if (done.filed > 0 && filed % 10 === 0)
      report(`  演示数据 / demo week: ${filed}/${wanted.length} (${partnerDay(time.now().toISOString())})`);
  }
  time.goLive();
  application.wake();
  mark?.end();
  return wanted.length;
}

/** The brokers' cases need the traders' authorisation (无纸化委托). */
async function authoriseBroker(as: <T>(account: string, act: (context: Context) => Promise<T>) => Promise<T>) {
  for (const trader of ['trader', 'trader2']) {
    const offered = await as(trader, (context) =>
      offerAuthorisation(context, {
        brokerUscc: demoParty('broker').uscc,
        scope: 'declare-and-inspect',
        validFrom: partnerDay(context.now),
        validTo: partnerDay(plusMs(context.now, 180 * 24 * HOUR_MS)),
      }),
    );
    await as('broker', (context) => acceptAuthorisation(context, offered.id));
  }
}

type Agenda = ReturnType<typeof createAgenda>;
/** What people do, in order of time; `true` from an act says that a case was filed. */
function createAgenda() {
  const acts: { readonly at: number; readonly act: () => Promise<boolean> }[] = [];
  return {
    at: (at: number, act: () => Promise<boolean>) => {
      acts.push({ at, act });
      acts.sort((a, b) => a.at - b.at);
    },
    next: () => acts[0]?.at,
    run: async (now: number) => {
      let filed = 0;
      for (let first = acts[0]; first && first.at <= now; first = acts[0]) {
        acts.shift();
        if (await first.act()) filed += 1;
      }
      return { filed };
    },
  };
}

type Play = {
  readonly one: Case & { readonly serial: number };
  readonly as: <T>(account: string, act: (context: Context) => Promise<T>) => Promise<T>;
  readonly agenda: Agenda;
  readonly time: PlayedTime;
};

async function playCase(play: Play): Promise<boolean> {
  const { one, as, agenda, time } = play;
  const { act } = one;
  const account = one.byBroker ? 'broker' : one.trader;
  const now = time.now();
  const form = demoForm({
    ...one,
    trader: demoParty(one.trader),
    filer: demoParty(account),
    filedAt: now.toISOString(),
  });
  if (act?.do === 'leave-draft') {
    await as(account, (context) => draftShipment(context, unfinished(form)));
    return true;
  }
  const id = await as(account, async (context) => {
    const shipmentId = await draftShipment(context, form);
    await submitShipment(context, { shipmentId });
    return shipmentId;
  });
  const later = (hours: number, step: () => Promise<void>) =>
    agenda.at(now.getTime() + hours * HOUR_MS, async () => {
      await step();
      return false;
    });
  // Looked at twice: an authority may hold again after the release.
  if (act?.do === 'inspect') for (const hours of [1, 4]) later(hours, () => attendInspection(play, id));
  if (act?.do === 'withdraw')
    later(act.afterHours, () =>
      as(account, (context) => withdrawShipment(context, { shipmentId: id, reason: act.reason })),
    );
  if (act?.do === 'amend')
    later(act.afterHours, () =>
      as(account, async (context) => {
        await openAmendment(context, id);
        const view = await readShipment(context, id);
        await saveForm(context, { shipmentId: id, form: corrected(view.form, one.reference), revision: view.revision });
        await submitShipment(context, { shipmentId: id, reason: act.reason });
      }),
    );
  return true;
}

/** What a clerk has typed so far: no weights yet, the last line without its price. */
function unfinished(form: Form): Form {
  const { grossMassKg: _gross, netMassKg: _net, ...rest } = form;
  const rows = Array.isArray(rest.goods) ? rest.goods : [];
  return {
    ...rest,
    goods: rows.map((row, i) => (i === rows.length - 1 ? { ...row, unitPrice: '', totalPrice: '' } : row)),
  };
}

/** What the answer named: the licence number where commerce did not find it, the gross mass where customs rejected it. */
function corrected(form: Form, reference: string): Form {
  if (!reference.startsWith('LICENCE-'))
    return { ...form, grossMassKg: multiplyDecimals(String(form.netMassKg), '1.08') };
  const rows = Array.isArray(form.licences) ? form.licences : [];
  return { ...form, licences: rows.map((row) => ({ ...row, licenceCertificate: `${row.licenceCertificate}1` })) };
}

const officers = {
  customs: 'customs',
  'border-inspection': 'border',
  maritime: 'maritime',
  commerce: 'commerce',
  quarantine: 'quarantine',
  'public-security': 'police',
} as const;

/** Officers record their parts half an hour into the slot, one after the other; a later slot is waited for. */
async function attendInspection({ one, as, agenda, time }: Play, shipmentId: string): Promise<void> {
  const inspections = await as('customs', (context) => inspectionsOf(context, shipmentId));
  const abnormal = one.act?.do === 'inspect' && one.act.outcome === 'abnormal';
  for (const inspection of inspections) {
    if (inspection.state === 'cancelled') continue;
    inspection.parts
      .filter((part) => !part.result)
      .forEach((part, i) => {
        const at = Math.max(Date.parse(inspection.slot.startsAt), time.now().getTime()) + (0.5 + i * 0.25) * HOUR_MS;
        agenda.at(at, async () => {
          await as(officers[part.authority], async (context) => {
            const now = (await inspectionsOf(context, shipmentId)).find((i) => i.id === inspection.id);
            const mine = now?.parts.find((p) => p.authority === part.authority);
            if (!mine || mine.result || now?.state === 'cancelled') return;
            await recordResult(context, inspection.id, {
              outcome: abnormal ? 'abnormal' : 'normal',
              handlingCode: abnormal ? '12' : '11',
              findings: abnormal ? '实货规格与申报不符，移交处置' : '箱货相符，标签齐全',
            });
          });
          return false;
        });
      });
  }
}
