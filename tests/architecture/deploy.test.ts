// The deployment files say only what the configuration knows, and everything production asks for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (file: string) => readFileSync(file, 'utf-8');
const config = read('src/runtime/config.ts');
const compose = read('deploy/compose.yaml');
const files = ['deploy/compose.yaml', 'deploy/kubernetes/portico.yaml', 'deploy/Containerfile', 'deploy/README.md'];

test('[P12] every setting named in deploy/ is one that Portico reads', () => {
  const known = new Set([...config.matchAll(/env\.([A-Z_]+)/g)].map((m) => m[1]));
  for (const file of files)
    for (const [name] of read(file).matchAll(/\b(PORTICO_[A-Z_]+|DATABASE_URL|NATS_URL|BASE_URL|DATA_DIR)\b/g))
      assert.ok(known.has(name) || /^PORTICO_CHANNEL_[A-Z_]+_(URL|KEY)$/.test(name), `${file}: ${name}`);
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
