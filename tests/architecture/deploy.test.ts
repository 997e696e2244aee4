// The deployment files say only what the configuration knows, and everything production asks for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (file: string) => readFileSync(file, 'utf-8');
const readers = ['config', 'files/parse-files-url', 'http/parse-proxies'];
const config = readers.map((name) => read(`src/runtime/${name}.ts`)).join('\n');
const compose = read('deploy/compose.yaml');
const files = [
  'deploy/compose.yaml',
  'deploy/kubernetes/portico.yaml',
  'deploy/Containerfile',
  'deploy/README.md',
  'deploy/channel.yaml',
];

test('[P12] every setting named in deploy/ is one that Portico reads', () => {
  const known = new Set([...config.matchAll(/env\.([A-Z_]+)/g)].map((m) => m[1]));
  for (const file of files)
    for (const [name] of read(file).matchAll(
      /\b(PORTICO_[A-Z_]+|OTEL_[A-Z_]+|LOG_LEVEL|FILES_[A-Z_]+|DATABASE_URL|NATS_URL|BASE_URL|DATA_DIR)\b/g,
    ))
      assert.ok(
        known.has(name) || /^PORTICO_(CHANNEL_[A-Z_]+_(URL|KEY)|OIDC_[A-Z_]+_ISSUER)$/.test(name),
        `${file}: ${name}`,
      );
});

test('[P12] everything production insists on is asked for', () => {
  for (const name of ['DATABASE_URL', 'BASE_URL', 'PORTICO_RELEASE_KEY', 'PORTICO_LEDGER_KEY', 'PORTICO_SEAL_KEY'])
    assert.match(compose, new RegExp(`\\b${name}: \\S`), name);
});

test('[P12] the probes are routes of the server, and no secret stands in a file', () => {
  const server = read('src/runtime/http/server.ts');
  for (const [, path] of read('deploy/kubernetes/portico.yaml').matchAll(/path: (\/\w+)/g))
    assert.ok(server.includes(`server.get('${path}'`), path);
  for (const file of files) assert.doesNotMatch(read(file), /BEGIN PRIVATE KEY|password: \w/i, file);
});

test('[P12] over http the interface is refused, not led on: a key sent in the clear is noticed', () => {
  const plain = /^http:\/\/ \{\n([\s\S]*?)^\}/m.exec(read('deploy/Caddyfile'))?.[1] ?? '';
  assert.match(plain, /@interface path \/api\/\*\n\s+respond @interface .* 403\n\s+redir https:/);
  assert.match(compose, /PORTICO_TRUSTED_PROXIES: \S/);
});

const alerts = read('deploy/prometheus/alerts.yaml');
const alarms = [...alerts.matchAll(/alert: (\w+)\n\s+expr: (.+)/g)].map(([, name = '', expr = '']) => ({ name, expr }));

test('[P3] there is an alarm for everything that stops quietly, and the manual says of each what to do', () => {
  const watched = {
    'event loop': /eventloop_lag/,
    'lane age': /lane_oldest_seconds/,
    'dead letters': /lane_dead_letters/,
    quarantine: /messages_quarantined/,
    breaker: /lane_breaker/,
    flow: /flow_seconds_behind/,
    'parked reactions': /flow_parked_reactions/,
    'database connections': /database_connections.*waited-for/,
    'faults of requests': /http_request_seconds_count.*5\.\./,
    exporter: /exporter_seconds_behind/,
    'lost stream': /exporter_state.*lost/,
    ledger: /ledger_seconds_behind/,
  };
  for (const [what, pattern] of Object.entries(watched))
    assert.ok(
      alarms.some(({ expr }) => pattern.test(expr)),
      what,
    );
  const rows = [...read('docs/operate.md').matchAll(/^\| (Portico\w+) \|/gm)].map((m) => m[1]);
  assert.deepEqual(rows.sort(), alarms.map(({ name }) => name).sort());
});

test('[P3] the dashboard shows whatever an alarm is about, each panel in a place of its own', () => {
  const { panels } = JSON.parse(read('deploy/grafana/portico.json')) as {
    panels: { id: number; gridPos: { x: number; y: number }; targets: { expr: string }[] }[];
  };
  const shown = panels.flatMap((panel) => panel.targets.map((target) => target.expr)).join(' ');
  for (const { name, expr } of alarms)
    for (const [metric] of expr.matchAll(/portico_(?!lane_paused)[a-z_]+?(?=_bucket|_count|\W|_\W)/g))
      assert.ok(shown.includes(metric), `${name}: ${metric}`);
  assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
  assert.equal(new Set(panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size, panels.length);
});

test('[P3] the stream for data platforms has its node and its disk', () => {
  assert.match(compose, /command: \['--role', 'exporter'\]/);
  assert.match(compose, /command: \['-js', '-sd', '\/data'\]\n\s+volumes: \['nats:\/data'\]/);
  assert.match(
    read('deploy/kubernetes/portico.yaml'),
    /replicas: 1\n[^-]*?Recreate[\s\S]*?args: \['--role', 'exporter'\]/,
  );
});
