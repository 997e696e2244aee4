// The library over the real database: what contains the words is found by those who may see it, by nobody else, page by page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { railImport } from '../../../tests/support/forms.ts';
import { startTestHub, type TestHub } from '../../../tests/support/hub.ts';
import type { Actor } from '../../runtime/context.ts';
import { draftShipment } from '../shipment/index.ts';
import { libraryFlows, type LibraryPage } from './contract.ts';
import { indexSome } from './index-library.ts';
import { keepDocument } from './keep-document.ts';
import { searchLibrary, type LibraryQuery } from './search-library.ts';
import { areRare, searchByWords, searchNewest } from './store-library.ts';
import { splitQuery } from './split-words.ts';

let hub: TestHub;
let trader: Actor;
let office: Actor;
let officer: Actor;
before(async () => {
  hub = await startTestHub([]);
  trader = await hub.person('trader', ['declarant']);
  office = await hub.person('port-office', ['operator']);
  officer = { ...(await hub.person('authority', ['officer'])), channelId: 'customs' };
});
after(() => hub.stop());

const index = async () => {
  while (await hub.run(indexSome));
};
const search = (query: LibraryQuery, actor = trader): Promise<LibraryPage> =>
  hub.unitOfWork.run(actor, (context) => searchLibrary(context, query));
async function everyPage(query: LibraryQuery, actor = trader): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | undefined, turn = 0; turn < 200; turn++) {
    const page = await search({ ...query, ...(after ? { after } : {}) }, actor);
    ids.push(...page.items.map((item) => item.id));
    after = page.next;
    if (!after) return ids;
  }
  throw new Error('pages without end');
}

test('[P2] property: the pages together are exactly the forms that contain the words, newest first', async () => {
  const letters = fc.constantFrom(...'电脑配件机货ab1 ');
  const text = fc.array(letters, { minLength: 2, maxLength: 14 }).map((all) => all.join(''));
  const names = fc.sample(text, { numRuns: 60, seed: 7 });
  const ids: string[] = [];
  for (const [i, name] of names.entries())
    ids.push(
      await hub.run(
        (context) => draftShipment(context, { ...railImport(`PROP-${i}`), goods: [{ goodsName: `甲${name}乙` }] }),
        trader,
      ),
    );
  await index();
  const texts = await hub.run(
    async (context) =>
      (
        await sql<{ id: string; text: string }>`select id, text from documents.entry order by id desc`.execute(
          context.db,
        )
      ).rows,
  );
  assert.equal(texts.length, ids.length);
  for (const [i, id] of ids.entries()) {
    const kept = texts.find((t) => t.id === id)?.text ?? '';
    assert.ok(
      kept.split('\n').includes(`甲${names[i]}乙`.replace(/\s/g, ' ')),
      'the goods name is in what is searched',
    );
  }
  const contains = (kept: string, piece: string) => {
    const latin = piece.match(/[a-z0-9]+/g) ?? [];
    return kept.includes(piece) && latin.every((run) => new RegExp(`(^|[^a-z0-9])${run}`, 'm').test(kept));
  };
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(letters, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 20 }),
      async (typed, limit) => {
        const query = typed.join('');
        const pieces = query.split(' ').filter((p) => p !== '');
        const expected =
          pieces.length === 0
            ? undefined
            : texts.filter((t) => pieces.every((p) => contains(t.text, p))).map((t) => t.id);
        const found = await everyPage({ query, limit });
        if (expected) assert.deepEqual(found, expected, `“${query}”`);
        hits += found.length;
      },
    ),
    { numRuns: 80 },
  );
  assert.ok(hits > 100, 'the property says something');
});

test('[P2] walking the newest and asking the index of words find the same', async () => {
  const all = {
    branches: libraryFlows.map((value) => ({ column: 'flow' as const, value })),
    allowed: sql<boolean>`true`,
    below: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    from: '00000000-0000-0000-0000-000000000000',
    limit: 1000,
  };
  let hits = 0;
  for (const query of ['电脑', '脑', 'a', '货a', '电脑 机', '脑 货']) {
    const pieces = splitQuery(query);
    const words = pieces.flatMap((p) => p.words.map((w) => `'${w.word}'${w.prefix ? ':*' : ''}`)).join(' & ');
    const asked = { ...all, words, phrases: pieces.filter((p) => p.sideBySide).map((p) => p.text) };
    const walked = await hub.unitOfWork.read(trader, (context) => searchNewest(context, asked, 1000));
    assert.deepEqual(await hub.unitOfWork.read(trader, (context) => searchByWords(context, asked)), walked, query);
    hits += walked.length;
  }
  assert.ok(hits > 30);
});

test('[P2] a number is looked up in the index of words at once, a common word is not: by statistics, nothing is read', async () => {
  await hub.run((context) =>
    sql`insert into documents.entry (id, page_key, flow, tokens, text)
        select gen_random_uuid(), gen_random_uuid(), 'photo',
               array_to_tsvector(array['f:photo', 'common', 'sort' || n % 20, 'number' || n]), 'common sort number'
        from generate_series(1, 5000) as n`.execute(context.db),
  );
  await hub.run((context) => sql`analyze documents.entry`.execute(context.db));
  const rare = (words: string) => hub.unitOfWork.read(office, (context) => areRare(context, words));
  for (const words of [`'number4711':*`, `'number4711'`, `'nobody':*`, `'sort7' & 'number4711':*`])
    assert.equal(await rare(words), true, words);
  for (const words of [`'common':*`, `'common'`, `'sort7'`, `'f:photo'`]) assert.equal(await rare(words), false, words);
  await hub.run((context) => sql`delete from documents.entry where flow = 'photo'`.execute(context.db));
});

test('[P2] draft, filed, amended: found by what it says now, by whoever may see it', async () => {
  const form = { ...railImport('LIB-FILED'), goods: railImport('LIB-FILED').goods ?? [] };
  const named = (goodsName: string) => ({
    ...form,
    goods: (form.goods as readonly Record<string, string>[]).map((row, i) => (i === 0 ? { ...row, goodsName } : row)),
  });
  const draft = await hub.run((context) => draftShipment(context, named('独角兽牌雨伞')), trader);
  const filed = await hub.file(named('麒麟牌雨伞'), trader);
  await index();
  const stranger: Actor = { ...trader, id: 'x', organisationId: '00000000-0000-7000-8000-0000000000aa' };
  const who = async (query: string) => {
    const found: Record<string, boolean> = {};
    for (const [name, actor] of Object.entries({ trader, stranger, office, officer }))
      found[name] = (await search({ query }, actor)).items.some((item) => item.id === draft || item.id === filed);
    return found;
  };
  assert.deepEqual(await who('独角兽'), { trader: true, stranger: false, office: false, officer: false });
  // No document of it is for customs yet; then one is.
  assert.deepEqual(await who('麒麟牌'), { trader: true, stranger: false, office: true, officer: false });
  await hub.run((context) =>
    sql`insert into shipment.participant (shipment_id, party) values (${filed}, 'customs')`.execute(context.db),
  );
  assert.equal((await who('麒麟牌')).office, true);
  const [item] = (await search({ query: '麒麟' }, office)).items;
  assert.equal(item?.found[0]?.label?.zh, '商品名称');
  const mark = item?.found[0]?.marks[0];
  assert.equal(item?.found[0]?.text.slice(mark?.start, (mark?.start ?? 0) + (mark?.length ?? 0)), '麒麟');
  // Whose it is counts at this moment, not when it was indexed.
  await hub.run((context) =>
    sql`update shipment.shipment set owner_id = ${stranger.organisationId}, filer_id = ${stranger.organisationId} where id = ${filed}`.execute(
      context.db,
    ),
  );
  assert.equal((await who('麒麟牌')).trader, false);
});

test('[P2 P3] an indexer that dies in the middle loses nothing: the batch is due again', async () => {
  const id = await hub.run(
    (context) => draftShipment(context, { ...railImport('LIB-DIES'), goods: [{ goodsName: '朱雀灯' }] }),
    trader,
  );
  await assert.rejects(
    hub.run(async (context) => {
      await indexSome(context);
      throw new Error('dies');
    }),
    /dies/,
  );
  assert.deepEqual((await search({ query: '朱雀灯' })).items, []);
  await index();
  assert.deepEqual(
    (await search({ query: '朱雀灯' })).items.map((item) => item.id),
    [id],
  );
});

test('[P2] numbers come first, on the first page only', async () => {
  await hub.file(railImport('LIB-NUMBER-1'), trader);
  await index();
  const page = await search({ query: 'LIB-NUMBER-1', limit: 1 });
  assert.equal(page.cases.length, 1);
  assert.equal(page.items[0]?.id, page.cases[0]?.id);
  assert.deepEqual((await search({ query: 'LIB-NUMBER-1', after: page.items[0]?.id ?? '' })).cases, []);
  assert.deepEqual(await search({ query: '，。' }), { cases: [], items: [] });
});

test('[P2] documents: each party finds what it may open, by words of the message, kind, channel, direction and period', async () => {
  const shipmentId = await hub.file(railImport('LIB-DOCS'), trader);
  const keep = (flow: 'inbound' | 'outbound' | 'attachment', channel: string | undefined, text: string) =>
    hub.run(async (context) => {
      const id = context.newId();
      const bytes = Buffer.from(text);
      const place = { shipmentId, shipmentVersion: 1, ...(channel ? { channel } : {}) };
      await keepDocument(context, {
        id,
        kind: 'k',
        name: { zh: '回执', en: 'Receipt' },
        flow,
        bytes,
        mediaType: 'application/xml',
        fileName: `装箱单-${flow}.xml`,
        simulated: true,
        ...place,
      });
      return id;
    });
  const customs = await keep('inbound', 'customs', '<R Code="x"><note>查验&#x8D27;物 凤凰&amp;</note></R>');
  const yard = await keep('outbound', 'railway-yard', `UNB+UNOC'FTX+凤凰?+号'UNZ`);
  const paper = await keep('attachment', undefined, '凤凰');
  await index();
  const ids = async (query: LibraryQuery, actor: Actor) =>
    (await search(query, actor)).items.map((item) => item.id).sort();
  assert.deepEqual(await ids({ query: '凤凰' }, trader), [customs, yard].sort(), 'a picture or PDF is not opened');
  assert.deepEqual(await ids({ query: '凤凰' }, officer), [customs]);
  assert.deepEqual(await ids({ query: '查验货物' }, office), [customs]);
  assert.deepEqual(await ids({ query: '凤凰+号' }, office), [yard]);
  assert.deepEqual(await ids({ query: 'note' }, office), [], 'tags are not text');
  assert.deepEqual(await ids({ query: '装箱单' }, officer), [customs, paper].sort());
  assert.deepEqual(await ids({ query: '装箱单', flow: 'attachment' }, trader), [paper]);
  assert.deepEqual(await ids({ flow: 'attachment', direction: 'export' }, trader), []);
  assert.deepEqual(await ids({ channel: 'railway-yard', direction: 'import' }, trader), [yard]);
  assert.deepEqual(await ids({ channel: 'railway-yard' }, officer), []);
  assert.deepEqual(
    await ids({ query: '装箱单', from: '2026-11-20', to: '2026-11-20' }, trader),
    [customs, yard, paper].sort(),
  );
  assert.deepEqual(await ids({ query: '装箱单', to: '2026-11-19' }, trader), []);
  assert.deepEqual(await ids({ query: '装箱单', from: '2026-11-21' }, trader), []);
  const gate: Actor = { ...officer, organisationKind: 'operator', roles: ['gate-clerk'] };
  assert.deepEqual(await ids({ query: '凤凰' }, gate), [], 'who may not read documents finds forms only');
});

test('[P2] newest first and by period by when a thing was made, also where its id does not say so', async () => {
  const shipmentId = await hub.file(railImport('LIB-ORDER'), trader);
  const made: string[] = [];
  for (const id of ['f', '0', '8', '3'].map((first) => `${first.repeat(8)}-0000-8000-8000-000000000001`)) {
    await hub.run((context) =>
      keepDocument(context, {
        id,
        kind: 'k',
        name: { zh: '次序', en: 'Order' },
        flow: 'outbound',
        bytes: Buffer.from(id),
        mediaType: 'text/plain',
        fileName: '青龙.txt',
        shipmentId,
        simulated: true,
      }),
    );
    made.unshift(id);
    hub.clock.advance(24 * 3600_000);
  }
  await index();
  assert.deepEqual(await everyPage({ query: '青龙', limit: 1 }), made);
  assert.deepEqual(await everyPage({ query: '青龙', from: '2026-11-21', to: '2026-11-22' }), made.slice(1, 3));
});
