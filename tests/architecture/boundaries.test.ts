// Every boundary rule is seen to fail: a tree that breaks exactly that rule is written and cruised (house "Who may import whom").
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const config = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
};

/** file → what it imports; the last entry of each is there to be imported. */
const broken: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': { 'src/hub/a/one.ts': "import './two.ts';", 'src/hub/a/two.ts': "import './one.ts';" },
  'kernel-is-pure': { 'src/kernel/a.ts': "import '../runtime/b.ts';", 'src/runtime/b.ts': '' },
  'runtime-knows-no-domain': { 'src/runtime/a.ts': "import '../hub/b/index.ts';", 'src/hub/b/index.ts': '' },
  'hub-knows-no-channel': { 'src/hub/a/b.ts': "import '../../channels/c/index.ts';", 'src/channels/c/index.ts': '' },
  'hub-modules-by-door': { 'src/hub/a/b.ts': "import '../c/inside.ts';", 'src/hub/c/inside.ts': '' },
  'channels-know-no-channel': { 'src/channels/a/b.ts': "import '../c/index.ts';", 'src/channels/c/index.ts': '' },
  'channels-use-doors': { 'src/channels/a/b.ts': "import '../../hub/c/inside.ts';", 'src/hub/c/inside.ts': '' },
  'channels-know-no-app': { 'src/channels/a/b.ts': "import '../../apps/c/index.ts';", 'src/apps/c/index.ts': '' },
  'web-stays-in-the-browser': { 'src/hub/a/web/p.tsx': "import '../../../runtime/b.ts';", 'src/runtime/b.ts': '' },
  'server-knows-no-page': { 'src/hub/a/b.ts': "import './web/p.tsx';", 'src/hub/a/web/p.tsx': '' },
  'contracts-are-light': { 'src/hub/a/contract.ts': "import '../../runtime/b.ts';", 'src/runtime/b.ts': '' },
  'sql-in-stores': { 'src/hub/a/b.ts': "import 'kysely';" },
  'http-in-routes': { 'src/hub/a/b.ts': "import '../../runtime/http/route.ts';", 'src/runtime/http/route.ts': '' },
  'rules-are-pure': { 'src/hub/a/rules.ts': "import '../../runtime/clock.ts';", 'src/runtime/clock.ts': '' },
  'simulators-speak-the-wire': {
    'src/channels/a/simulator.ts': "import '../../hub/c/index.ts';",
    'src/hub/c/index.ts': '',
  },
  'demo-is-played-by-main': { 'src/hub/a/b.ts': "import '../../demo/c.ts';", 'src/demo/c.ts': '' },
  'demo-uses-doors': { 'src/demo/a.ts': "import '../hub/c/store.ts';", 'src/hub/c/store.ts': '' },
  'tests-are-not-imported': { 'src/kernel/a.ts': "import './b.test.ts';", 'src/kernel/b.test.ts': '' },
  'no-unresolvable': { 'src/kernel/a.ts': "import './nowhere.ts';" },
  'no-dev-packages-on-the-server': { 'src/runtime/a.ts': "import fc from 'fast-check'; fc;" },
};

test('every boundary rule has a tree that must fail, and there is no tree without a rule', () => {
  assert.deepEqual(Object.keys(broken).sort(), config.forbidden.map((r) => r.name).sort());
});

for (const [rule, files] of Object.entries(broken)) {
  test(`boundary ${rule} is seen to fail`, () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'portico-boundary-'));
    try {
      for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
        cpSync(path.join(root, name), path.join(dir, name));
      symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'));
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
        writeFileSync(path.join(dir, file), `${text}\nexport {};\n`);
      }
      const run = spawnSync(
        process.execPath,
        [
          'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
          '--config',
          '.dependency-cruiser.cjs',
          '--output-type',
          'json',
          'src',
        ],
        {
          cwd: dir,
          encoding: 'utf-8',
          maxBuffer: 64 * 1024 * 1024,
        },
      );
      const { summary } = JSON.parse(run.stdout) as {
        summary: { violations: { rule: { name: string } }[]; totalCruised: number };
      };
      assert.ok(summary.totalCruised > 0);
      assert.ok(
        summary.violations.some((v) => v.rule.name === rule),
        `${rule} did not fire: ${JSON.stringify(summary.violations.map((v) => v.rule.name))}`,
      );
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
}
