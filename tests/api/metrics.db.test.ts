// The figures move as they should in a journey, their labels stay our own, and dashboard and alarms name only what exists.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { applicationWith, fileShipment, until } from '../support/application.ts';
import { railImport } from '../support/forms.ts';

const { application, trader, operator: office } = await applicationWith(['trader', 'operator']);
const figures = async () => (await fetch(`${application.url}/metrics`)).text();
const value = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.split(' ')
      .at(-1) ?? Number.NaN,
  );

test('[P3] what is queued for a paused channel is counted, with its age, until it has gone', async () => {
  await office.send('POST', '/exchange/channels/customs/pause');
  await fileShipment(trader, railImport('SILENT-METRICS-1'));
  const queued = 'portico_lane_queued{channel="customs"}';
  const text = await until(figures, (t) => value(t, queued) > 0, 'a queued delivery');
  assert.ok(value(text, 'portico_lane_oldest_seconds{channel="customs"}') >= 0);
  assert.equal(value(text, 'portico_lane_paused{channel="customs"}'), 1);
  await office.send('POST', '/exchange/channels/customs/resume');
  await until(figures, (t) => value(t, queued) === 0, 'the lane to be empty');
  await until(figures, (t) => value(t, 'portico_flow_events_behind') === 0, 'the flow to be through');
});

test('[P3] labels are route templates and channels, whatever people ask for', async () => {
  for (const path of ['/api/v1/shipments/019a9f2e-7a10-7000-8000-0000000000ff', '/api/v1/evil-4711', '/evil-4711'])
    await fetch(application.url + path);
  const text = await figures();
  assert.doesNotMatch(text, /evil-4711|0000000000ff/);
  assert.match(text, /route="\/api\/v1\/shipments\/:id"/);
  const named = new Set([...text.matchAll(/channel="([^"]*)"/g)].map((m) => m[1]));
  assert.deepEqual([...named].sort(), channels.map((channel) => channel.id).sort());
});

test('[P3] every metric the dashboard and the alarms name is there', async () => {
  const text = await figures();
  const there = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map((m) => m[1]));
  for (const file of ['deploy/prometheus/alerts.yaml', 'deploy/grafana/portico.json']) {
    const named = [...readFileSync(file, 'utf-8').matchAll(/portico_[a-z0-9_]+/g)].map((m) => m[0]);
    assert.ok(named.length > 3, file);
    for (const name of named) assert.ok(there.has(name.replace(/_(bucket|count|sum)$/, '')), `${file}: ${name}`);
  }
});
