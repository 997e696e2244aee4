// Certification of test systems that do not just take HTTPS calls and make them (issue 6): the same scenarios over SOAP, an SFTP folder, MQTT, a NATS
// stream and HTTPS that is asked for its answers, by the piece that carries the documents of cases; answers that are laid down there are fetched, and a
// folder or a stream says no by not acting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import type { CertificationDetail } from '../../src/hub/partner/contract.ts';
import { startSimulator } from '../../src/runtime/simulator/simulator-server.ts';
import { openDoor } from '../../src/runtime/simulator/ways/open-door.ts';
import type { FrontDoor } from '../../src/runtime/simulator/ways/relay.ts';
import { createPlayedTime } from '../../src/runtime/timers.ts';
import { applicationWith, until } from '../support/application.ts';
import { hasNats } from '../support/cluster.ts';
import { openNatsDoor, openPullDoor } from '../support/test-doors.ts';

const { application, operator } = await applicationWith(['operator']);
const KEY = 'key-of-the-test-system';
const channel = channels.find(({ id }) => id === 'forex');
assert.ok(channel);
const { id: channelId, simulator: farEnd, profile, documents } = channel;

/** A partner's test system of that kind; what it says goes by its door, or to the run over HTTP where it calls. */
type Way = 'soap' | 'sftp' | 'mqtt' | 'nats' | 'pull';
async function testSystem(way: Way) {
  const time = createPlayedTime();
  let door: FrontDoor | undefined;
  const planted = await startSimulator({
    id: `planted-${way}`,
    farEnd,
    port: 0,
    clock: time,
    pace: 0.02,
    key: KEY,
    agreed: {
      kinds: documents.map(({ id }) => id),
      mostBytes: profile.budget.requestBytes,
      charset: profile.charset,
    },
    carry: () => door?.carry,
    target: () => ({ url: `${application.url}/`, key: '' }),
  });
  const behind = { url: planted.url, key: KEY };
  door = await (way === 'nats'
    ? openNatsDoor(behind)
    : way === 'pull'
      ? openPullDoor(behind)
      : openDoor(way, { id: 'test', behind, port: 0, now: () => new Date() }));
  return {
    at: door.endpoint,
    stop: async () => {
      await door?.stop();
      await planted.stop();
    },
  };
}
const run = async (
  body: { endpoint: string; key: string; hostKey?: string },
  of = channelId,
): Promise<CertificationDetail> => {
  const { id } = await operator.send<CertificationDetail>(
    'POST',
    '/certifications',
    { channel: of, contact: '测试联系人', ...body },
    201,
  );
  return until(
    () => operator.get<CertificationDetail>(`/certifications/${id}`),
    (one) => one.state !== 'running',
    'the end of a certification',
    280_000,
  );
};

for (const way of ['soap', 'sftp', 'mqtt', 'nats', 'pull'] as const)
  test(`[P3] a test system reached over ${way} passes every scenario of its channel`, {
    skip: way === 'nats' && !hasNats() ? 'no nats-server here' : false,
  }, async () => {
    const system = await testSystem(way);
    try {
      const { url, key, hostKey } = system.at;
      const endpoint = way === 'soap' ? new URL('/test', url).href : url;
      const one = await run({ endpoint, key, ...(hostKey ? { hostKey } : {}) });
      assert.deepEqual(
        one.steps.filter(({ state }) => state !== 'passed').map((step) => [step.scenario, step.state, step.findings]),
        [],
      );
      assert.ok(one.passed > 8, String(one.passed));
      const clean = one.steps.find(({ scenario }) => scenario.endsWith('/CLEAN'));
      assert.ok(
        clean?.messages.some(({ direction }) => direction === 'in'),
        'what it said was heard',
      );
      const wrongKey = one.steps.find(({ scenario }) => scenario.endsWith('/wrong-key'));
      assert.match(wrongKey?.messages[0]?.outcome ?? '', /^refused /);
    } finally {
      await system.stop();
    }
  });

test('[P3][N11] a test system of a carrier is driven by DCSA’s methods and paths, and passes every scenario', async () => {
  const { url, key } = application.endpoints.of('carrier') ?? { url: '' };
  const one = await run({ endpoint: new URL('/test', url).href, key: key ?? '' }, 'carrier');
  assert.deepEqual(
    one.steps.filter(({ state }) => state !== 'passed').map((step) => [step.scenario, step.state, step.findings]),
    [],
  );
  const tried = one.steps.map(({ scenario }) => scenario);
  for (const scenario of [
    'carrier.booking/ROLLED',
    'carrier.booking-update/CLEAN',
    'carrier.booking-cancellation/CLEAN',
  ])
    assert.ok(tried.includes(scenario), tried.join(' '));
});

test('[P3] an SFTP address goes with its host key, and no other does', async () => {
  const hostKey = `SHA256:${'A'.repeat(43)}`;
  for (const body of [
    { endpoint: 'sftp://portico@127.0.0.1:2222/test' },
    { endpoint: 'https://127.0.0.1:2222/test', hostKey },
    { endpoint: 'gopher://127.0.0.1/test' },
  ]) {
    const refused = await operator.send<{ code: string }>(
      'POST',
      '/certifications',
      { channel: channelId, contact: '测试联系人', ...body },
      422,
    );
    assert.equal(refused.code, 'CERTIFICATION_ADDRESS_NOT_ALLOWED', body.endpoint);
  }
});
