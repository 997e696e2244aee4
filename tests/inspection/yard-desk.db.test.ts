// The yard is kept by those it belongs to (P6, M4): sites and holidays by the port office, officers and rosters by each authority; an edit that
// takes the slot of an inspection is refused and names it, or moves it when told to.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { HolidayRow, InspectionView, YardOfficer, YardSite } from '../../src/hub/inspection/contract.ts';
import { partnerDay } from '../../src/kernel/instant.ts';
import {
  type Client,
  fileShipment,
  signIn,
  startTestApplication,
  type TestApplication,
  until,
} from '../support/application.ts';
import { airImport } from '../support/forms.ts';

let application: TestApplication;
let trader: Client;
let operator: Client;
let customs: Client;
let border: Client;
let roster: { readonly customs: Client; readonly border: Client };
before(async () => {
  application = await startTestApplication();
  trader = await signIn(application, 'trader');
  operator = await signIn(application, 'operator');
  customs = await signIn(application, 'customs');
  border = await signIn(application, 'border');
  roster = {
    customs: await signIn(application, 'customs-roster'),
    border: await signIn(application, 'border-roster'),
  };
});
after(async () => {
  await application.stop();
  assert.deepEqual(application.faults, []);
});

type Problem = {
  code: string;
  findings: { value: string; path: string; rule: string; proposal?: string; message: { zh: string } }[];
};
async function plan(reference: string): Promise<InspectionView> {
  const { id } = await fileShipment(trader, airImport(reference));
  const { items } = await until(
    () => trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${id}`),
    (list) => list.items[0]?.joint === true,
    'a joint inspection',
  );
  return items[0] as InspectionView;
}
const look = (id: string) => operator.get<InspectionView>(`/inspections/${id}`);
const siteOf = async (id: string): Promise<Omit<YardSite, 'id'>> => {
  const { items } = await operator.get<{ items: YardSite[] }>('/yard-sites');
  const found = items.find((site) => site.id === id);
  assert.ok(found);
  const { id: _id, ...body } = found;
  return body;
};

test('[P6][M4] the port office enters a yard, and inspections are held in it', async () => {
  const own = {
    name: { zh: '江北二号查验区', en: 'Jiangbei area 2' },
    stations: ['CKG-JIANGBEI'],
    slotMinutes: 30,
    returnMinutes: 0,
    virtualReturn: false,
    bays: [{ id: 'X1', equipment: ['scanner', 'cold'] }],
    openings: [
      { weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440, onHolidays: true, byAppointment: false },
    ],
  };
  const { revision, ...entered } = await operator.send<YardSite>('PUT', '/yard-sites/JIANGBEI-2', own);
  assert.deepEqual(entered, { ...own, id: 'JIANGBEI-2' });
  for (const client of [customs, trader]) await client.send('PUT', '/yard-sites/JIANGBEI-2', own, 403);
  // An authority that has officers elsewhere sends one here as well.
  const sendHere = async (client: Client) => {
    const { items } = await client.get<{ items: YardOfficer[] }>('/yard-officers');
    const officer = items.find((one) => one.duties.some((duty) => duty.siteId === 'JIANGBEI-INSP'));
    assert.ok(officer);
    const { id, ...body } = officer;
    const here = { ...body.duties[0], siteId: 'JIANGBEI-2' };
    await client.send('PUT', `/yard-officers/${id}`, { ...body, duties: [...body.duties, here] });
  };
  for (const client of [roster.customs, roster.border]) await sendHere(client);
  const view = await plan('JOINT-DESK-NEW');
  const { items } = await trader.get<{ items: { siteId: string }[] }>(`/inspections/${view.id}/slots`);
  assert.ok(
    [view.slot, ...items].some((slot) => slot.siteId === 'JIANGBEI-2'),
    'the new yard is offered',
  );

  const wrong = await operator.send<Problem>(
    'PUT',
    '/yard-sites/JIANGBEI-2',
    {
      ...own,
      revision,
      bays: [...own.bays, ...own.bays],
      openings: [{ ...own.openings[0], fromMinute: 900, toMinute: 600 }],
    },
    422,
  );
  assert.deepEqual(
    wrong.findings.map((f) => [f.path, f.rule]),
    [
      ['bays[1]', 'once'],
      ['openings[0].toMinute', 'hours-run-forward'],
    ],
  );
});

test('[P6][M4] an edit that takes the slot of an inspection is refused and names it; told to, it moves it and tells everybody', async () => {
  const view = await plan('JOINT-DESK-BAY');
  const { siteId, bay } = view.slot;
  const site = await siteOf(siteId);
  const less = { ...site, bays: site.bays.filter((one) => one.id !== bay) };
  const refused = await operator.send<Problem>('PUT', `/yard-sites/${siteId}`, less, 409);
  assert.equal(refused.code, 'YARD_STRANDS');
  const named = refused.findings.find((f) => f.value === view.number);
  assert.match(named?.message.zh ?? '', /台位不再有/);
  assert.deepEqual(await siteOf(siteId), site, 'nothing was changed');
  await operator.send('PUT', `/yard-sites/${siteId}`, { ...less, stranded: 'move' });
  const moved = await look(view.id);
  assert.notEqual(`${moved.slot.siteId} ${moved.slot.bay}`, `${siteId} ${bay}`);
  assert.match(moved.rescheduled.at(-1)?.reason ?? '', /台位不再有/);
  const { items } = await trader.get<{ items: { type: string }[] }>(`/shipments/${view.shipmentId}/timeline`);
  assert.ok(items.some((entry) => entry.type === 'inspection.rescheduled'));
  // What stays as it was for the tasks there is strands nobody.
  const now = await siteOf(siteId);
  await operator.send('PUT', `/yard-sites/${siteId}`, { ...now, returnMinutes: 45 });
});

test('[P6][M4] a holiday and its end are judged the same way; whoever would be left without any slot keeps his', async () => {
  const view = await plan('JOINT-DESK-DAY');
  const { siteId } = view.slot;
  const site = await siteOf(siteId);
  const open = { ...site, openings: site.openings.map((one) => ({ ...one, onHolidays: false })) };
  await operator.send('PUT', `/yard-sites/${siteId}`, open);
  const day = partnerDay(view.slot.startsAt);
  const holiday = { name: { zh: '台风停工', en: 'Typhoon' }, worked: false };
  const refused = await operator.send<Problem>('PUT', `/yard-holidays/${day}`, holiday, 409);
  assert.ok(refused.findings.some((f) => f.value === view.number && /不再开放/.test(f.message.zh)));
  const { revision } = await operator.send<HolidayRow>('PUT', `/yard-holidays/${day}`, {
    ...holiday,
    stranded: 'move',
  });
  const moved = await look(view.id);
  assert.ok(moved.slot.siteId !== siteId || partnerDay(moved.slot.startsAt) !== day);
  const { items } = await customs.get<{ items: HolidayRow[] }>('/yard-holidays');
  assert.ok(items.some((row) => row.day === day && row.name.zh === '台风停工'));
  await customs.send('PUT', `/yard-holidays/${day}`, holiday, 403);
  await operator.send('DELETE', `/yard-holidays/${day}?revision=${revision}`);
  assert.equal(
    (await operator.send<Problem>('DELETE', `/yard-holidays/${day}?revision=${revision}`, undefined, 404)).code,
    'HOLIDAY_UNKNOWN',
  );

  const { items: sites } = await operator.get<{ items: YardSite[] }>('/yard-sites');
  const serving = sites.filter((one) => one.stations.includes('CKG-JIANGBEI') && one.id !== moved.slot.siteId);
  const close = (of: YardSite) => {
    const { id, ...body } = of;
    return operator.send('PUT', `/yard-sites/${id}`, { ...body, openings: [], stranded: 'move' });
  };
  for (const one of serving) await close(one);
  const last = sites.find((one) => one.id === moved.slot.siteId) as YardSite;
  const { id, ...body } = last;
  const none = await operator.send<Problem>(
    'PUT',
    `/yard-sites/${id}`,
    { ...body, openings: [], stranded: 'move' },
    409,
  );
  assert.equal(none.code, 'YARD_LEAVES_NO_SLOT');
  assert.deepEqual((await look(view.id)).slot, moved.slot, 'nothing was moved');
  for (const { id, openings } of serving)
    await operator.send('PUT', `/yard-sites/${id}`, { ...(await siteOf(id)), openings });
});

test('[P6][P11] an authority keeps its own roster and sees no other; an officer taken off duty strands his inspection', async () => {
  const view = await plan('JOINT-DESK-ROSTER');
  const name = (await look(view.id)).parts.find((part) => part.authority === 'customs')?.officer;
  const mine = (await customs.get<{ items: YardOfficer[] }>('/yard-officers')).items;
  const theirs = (await border.get<{ items: YardOfficer[] }>('/yard-officers')).items;
  assert.ok(mine.length > 0 && theirs.length > 0);
  assert.deepEqual(
    mine.filter((one) => theirs.some((other) => other.id === one.id)),
    [],
  );
  const officer = mine.find((one) => one.name === name);
  assert.ok(officer);
  const { id, ...body } = officer;
  assert.equal((await roster.border.send<Problem>('PUT', `/yard-officers/${id}`, body, 404)).code, 'OFFICER_UNKNOWN');
  const { revision: _seen, ...fresh } = body;
  for (const client of [trader, customs]) await client.send('POST', '/yard-officers', fresh, 403);
  await customs.send('PUT', `/yard-officers/${id}`, body, 403);
  await operator.send('POST', '/yard-officers', fresh, 403);
  const refused = await roster.customs.send<Problem>('PUT', `/yard-officers/${id}`, { ...body, duties: [] }, 409);
  assert.ok(refused.findings.some((f) => f.value === view.number && /不在班/.test(f.message.zh)));
  await roster.customs.send('PUT', `/yard-officers/${id}`, { ...body, duties: [], stranded: 'move' });
  const moved = await look(view.id);
  const other = moved.parts.find((part) => part.authority === 'customs')?.officer;
  assert.ok(other !== undefined && other !== name);
  assert.match(moved.rescheduled.at(-1)?.reason ?? '', /所派关员该时段不在班/);
  const added = await roster.customs.send<YardOfficer>('POST', '/yard-officers', { ...fresh, name: '关员新' }, 201);
  assert.equal(added.name, '关员新');
  const unknown = { ...fresh, duties: [{ ...body.duties[0], siteId: 'NOWHERE' }] };
  const wrong = await roster.customs.send<Problem>('POST', '/yard-officers', unknown, 422);
  assert.deepEqual(
    wrong.findings.map((f) => [f.path, f.rule]),
    [['duties[0].siteId', 'site-is-known']],
  );
});

test('[P6] of two who save the same yard, holiday or officer the second is told what stands, and may take over', async () => {
  const said = (refused: Problem) => {
    assert.equal(refused.code, 'YARD_CHANGED_MEANWHILE');
    const [first, ...fields] = refused.findings;
    assert.equal(first?.path, 'revision');
    return { stands: first?.proposal, fields: fields.map((f) => f.path) };
  };
  const at = '/yard-sites/GUOYUAN-INSP';
  const seen = await siteOf('GUOYUAN-INSP');
  const theirs = await operator.send<YardSite>('PUT', at, { ...seen, returnMinutes: seen.returnMinutes + 5 });
  assert.notEqual(theirs.revision, seen.revision);
  const mine = { ...seen, slotMinutes: seen.slotMinutes + 30 };
  const { stands, fields } = said(await operator.send<Problem>('PUT', at, mine, 409));
  assert.equal(stands, theirs.revision);
  assert.deepEqual(fields, ['returnMinutes', 'slotMinutes']);
  const { id: _id, ...now } = theirs;
  assert.deepEqual(await siteOf('GUOYUAN-INSP'), now, 'nothing was changed');
  // Who has seen it may put his in its place; and without a revision he takes it for a new one.
  await operator.send('PUT', at, { ...mine, revision: stands });
  const { revision: _seen, ...unseen } = mine;
  said(await operator.send<Problem>('PUT', at, unseen, 409));
  await operator.send('PUT', at, { ...seen, revision: (await siteOf('GUOYUAN-INSP')).revision });
  assert.equal((await siteOf('GUOYUAN-INSP')).revision, seen.revision, 'the same content is the same version');

  const [officer] = (await roster.customs.get<{ items: YardOfficer[] }>('/yard-officers')).items;
  assert.ok(officer);
  const { id, ...body } = officer;
  // At the same moment: one of them is taken, every other is told.
  const both = await Promise.all(
    ['关员一', '关员二', '关员三'].map((name) =>
      roster.customs.raw('PUT', `/yard-officers/${id}`, JSON.stringify({ ...body, name }), {
        'content-type': 'application/json',
      }),
    ),
  );
  assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 409, 409]);

  const day = '/yard-holidays/2031-10-01';
  const holiday = { name: { zh: '国庆节', en: 'National Day' }, worked: false };
  const { revision } = await operator.send<HolidayRow>('PUT', day, holiday);
  said(await operator.send<Problem>('PUT', day, { ...holiday, worked: true }, 409));
  await operator.send('PUT', day, { ...holiday, worked: true, revision });
  said(await operator.send<Problem>('DELETE', `${day}?revision=${revision}`, undefined, 409));
  await operator.send('DELETE', day, undefined, 400);
});
