// Every channel brings its certification along (issue 6): scenarios made of its own simulator, and a judge that is as strict for each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { registerChannels } from '../../src/hub/mapping/index.ts';
import { judgeScenario, type Seen } from '../../src/hub/partner/certification/judge-scenario.ts';
import { type Plan, planScenarios } from '../../src/hub/partner/certification/plan-scenarios.ts';
import { writeTwisted } from '../../src/hub/partner/certification/run-scenario.ts';
import type { CertificationRow, StepRow } from '../../src/hub/partner/certification/store-certifications.ts';
import { algorithms } from '../../src/runtime/signatures/algorithms.ts';
import { readXmlSignature } from '../../src/runtime/signatures/verify-xml.ts';
import { findDisagreement } from '../../src/runtime/simulator/agreement.ts';
import { scenarios } from '../../src/runtime/simulator/scripts.ts';
import { isPlugged } from '../support/plugged.ts';

const NOW = '2026-11-26T02:00:00.000Z';
registerChannels(channels);
const taken = { outcome: 'delivered', detail: 'HTTP 200' } as const;
const said = (words: readonly string[], digest = words.join()) => ({ digest, words, stray: false });
const seen = (more: Partial<Seen>): Seen => ({
  attempts: [taken],
  heard: [],
  sinceSentMs: 5000,
  quietMs: 5000,
  ...more,
});
const plan = (more: Partial<Plan> = {}): Plan => ({
  id: 'd/CLEAN',
  title: { zh: '', en: '' },
  document: 'd',
  script: 'CLEAN',
  twist: 'none',
  wants: 'answers',
  words: ['answer acknowledged', 'instruction release'],
  limitMs: 45_000,
  ...more,
});

for (const channel of channels)
  test(`[P3] ${channel.id}: what is accepted, what is refused and what the wire must bear are scenarios`, () => {
    const plans = planScenarios(channel, NOW);
    assert.equal(new Set(plans.map((one) => one.id)).size, plans.length);
    assert.ok(plans.some((one) => one.script === 'CLEAN' && one.twist === 'none'));
    for (const twist of ['twice', 'wrong-key', 'oversize', 'wrong-encoding', 'cut-off', 'unknown-kind'])
      assert.equal(plans.filter((one) => one.twist === twist).length, 1, twist);
    for (const one of plans) {
      assert.ok(one.script in scenarios, one.script);
      assert.ok(one.title.zh !== '' && one.title.en !== '');
      assert.ok(channel.documents.some(({ id }) => id === one.document));
      if (one.wants !== 'answers') assert.deepEqual(one.words, []);
    }
    // Made of the channel alone: the same at any time.
    assert.deepEqual(planScenarios(channel, '2027-03-01T00:00:00.000Z'), plans);
  });

test('[P4] R19: a channel that speaks of signatures is tried with a document changed after it was signed; the signature itself holds', async () => {
  const tried = channels.filter((one) => planScenarios(one, NOW).some(({ twist }) => twist === 'broken-signature'));
  assert.deepEqual(tried.map((one) => one.id).sort(), ['bank', 'customs'].filter(isPlugged));
  for (const channel of tried) {
    const [broken] = planScenarios(channel, NOW).filter(({ twist }) => twist === 'broken-signature');
    assert.ok(broken);
    assert.deepEqual([broken.wants, broken.script], ['refuses', 'CLEAN']);
    const row = { started_at: NOW } as CertificationRow;
    const step = { number: 1, plan: broken } as StepRow;
    const { bytes, charset, mediaType } = await writeTwisted(channel, row, step);
    const headers = { 'x-document-kind': broken.document, 'content-type': `${mediaType}; charset=${charset}` };
    const agreed = { kinds: [broken.document], mostBytes: 1 << 22, charset: channel.profile.charset };
    assert.deepEqual(readXmlSignature(bytes, algorithms), { found: true, fault: 'CONTENT_CHANGED' });
    assert.equal(findDisagreement(agreed, headers, bytes), 422);
    // With nothing changed it is taken: what is refused is the change, not the signature.
    const text = Buffer.from(bytes).toString();
    const plain = Buffer.from(
      (await writeTwisted(channel, row, { ...step, plan: { ...broken, twist: 'none' } })).bytes,
    ).toString();
    const content = text.slice(0, text.indexOf('<ds:Signature'));
    const at = [...content].findIndex((letter, i) => letter !== plain[i]);
    const mended = Buffer.from(text.slice(0, at) + plain[at] + text.slice(at + 1));
    const reading = readXmlSignature(mended, algorithms);
    assert.ok(reading.found && 'signature' in reading, channel.id);
    assert.equal(findDisagreement(agreed, headers, mended), undefined);
    // The content as it was, and a signature by nobody.
    const forged = Buffer.from(
      mended.toString().replace(/(SignatureValue>)(.)/, (_, tag, first) => `${tag}${first === 'A' ? 'B' : 'A'}`),
    );
    assert.equal(findDisagreement(agreed, headers, forged), 422);
  }
});

test('[P3] a rejection is a scenario of its own, with the field it names', () => {
  const naming = channels.filter((channel) =>
    planScenarios(channel, NOW).some(({ words }) => words.some((word) => /^answer rejected \S/.test(word))),
  );
  assert.ok(naming.length >= 5, naming.map(({ id }) => id).join());
});

test('[P3] passed when all is said and it is quiet; one word too many or a stray one fails at once, a missing one in the end', () => {
  const all = [said(['instruction release']), said(['answer acknowledged'])];
  assert.equal(judgeScenario(plan(), seen({ heard: all })).state, 'passed');
  assert.equal(judgeScenario(plan(), seen({ heard: all, quietMs: 10 })).state, 'waiting');
  assert.equal(judgeScenario(plan(), seen({ heard: [...all, said(['answer rejected'])] })).state, 'failed');
  assert.equal(
    judgeScenario(plan(), seen({ heard: [{ ...said(['answer acknowledged']), stray: true }] })).state,
    'failed',
  );
  assert.equal(judgeScenario(plan(), seen({ heard: all.slice(1) })).state, 'waiting');
  const late = judgeScenario(plan(), seen({ heard: all.slice(1), sinceSentMs: 45_000 }));
  assert.ok(late.state === 'failed' && late.findings[0]?.zh.includes('放行指令'));
});

test('[P3] the same bytes count once; acting twice on one message shows', () => {
  const once = said(['answer acknowledged', 'instruction release'], 'a');
  assert.equal(judgeScenario(plan({ also: 'repeated' }), seen({ heard: [once, once, once] })).state, 'passed');
  assert.equal(judgeScenario(plan({ also: 'repeated' }), seen({ heard: [once] })).state, 'waiting');
  const anew = { ...once, digest: 'b' };
  assert.equal(judgeScenario(plan({ twist: 'twice' }), seen({ heard: [once, anew] })).state, 'failed');
});

test('[P3] what must be refused passes by 4xx or a rejection, and fails by being taken on or by silence', () => {
  const refuses = plan({ wants: 'refuses', words: [] });
  const no = { outcome: 'refused', detail: 'HTTP 401' } as const;
  assert.equal(judgeScenario(refuses, seen({ attempts: [no] })).state, 'passed');
  assert.equal(judgeScenario(refuses, seen({ heard: [said(['answer rejected HsCode'])] })).state, 'passed');
  assert.equal(judgeScenario(refuses, seen({ heard: [said(['answer acknowledged'])] })).state, 'failed');
  assert.equal(judgeScenario(refuses, seen({})).state, 'waiting');
  assert.equal(judgeScenario(refuses, seen({ sinceSentMs: 60_000 })).state, 'failed');
  // A folder takes whatever comes: who acts on nothing has refused it.
  const folder = { saysNoByAct: true, sinceSentMs: 60_000 };
  assert.equal(judgeScenario(refuses, seen({ saysNoByAct: true })).state, 'waiting');
  assert.equal(judgeScenario(refuses, seen(folder)).state, 'passed');
  assert.equal(judgeScenario(refuses, seen({ ...folder, heard: [said(['answer acknowledged'])] })).state, 'failed');
  assert.equal(judgeScenario(plan(), seen(folder)).state, 'failed');
  const broken = { outcome: 'unreachable', detail: 'HTTP 500' } as const;
  assert.equal(judgeScenario(refuses, seen({ attempts: [broken, broken, broken, broken] })).state, 'failed');
});

test('[P3] silence is kept, a garbled answer is wanted only where the script has one, and 503 is tried again', () => {
  const silent = plan({ wants: 'silent', words: [] });
  assert.equal(judgeScenario(silent, seen({})).state, 'passed');
  assert.equal(judgeScenario(silent, seen({ heard: [said(['answer acknowledged'])] })).state, 'failed');
  const garbled = { digest: 'g', stray: false };
  const all = [said(['answer acknowledged', 'instruction release'])];
  assert.equal(judgeScenario(plan({ also: 'unreadable' }), seen({ heard: [garbled, ...all] })).state, 'passed');
  assert.equal(judgeScenario(plan(), seen({ heard: [garbled, ...all] })).state, 'failed');
  const away = { outcome: 'unreachable', detail: 'HTTP 503' } as const;
  assert.equal(judgeScenario(plan({ also: 'tried-again' }), seen({ attempts: [away] })).state, 'again');
  assert.equal(
    judgeScenario(plan({ also: 'tried-again' }), seen({ attempts: [away, taken], heard: all })).state,
    'passed',
  );
  assert.equal(judgeScenario(plan({ also: 'tried-again' }), seen({ heard: all, sinceSentMs: 60_000 })).state, 'failed');
});
