// Channels do die (N2; house "1 + N + X"): two of them are taken out of a copy of the tree, and what is left compiles and passes the shared
// conformance suite. `npm run removable` does the same for every channel. Seen to fail where the hub leans on a channel.
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { openCopy, withoutChannel } from '../../tools/removable.ts';

const copy = openCopy();
after(() => copy.close());

for (const channel of ['quarantine', 'municipal-approval'])
  test(`[N2][N13] without the folder ${channel} and its line the program compiles, and the other channels pass`, () => {
    const { compiles, passes, said } = copy.remove(channel);
    assert.ok(compiles && passes, said);
  });

test('[N2] a hub that leans on a channel is seen to fail without it', () => {
  const leaning = path.join(copy.dir, 'src/hub/disposition/jurisdiction.ts');
  appendFileSync(leaning, "\nexport { quarantine } from '../../channels/quarantine/index.ts';\n");
  const { compiles, passes, said } = copy.remove('quarantine');
  assert.deepEqual([compiles, passes], [false, false]);
  assert.match(said, /jurisdiction\.ts.*TS2307/);
});

test('[N2] the line of a channel is its import and its name, and one that is not there is said', () => {
  const registry =
    "import { a } from './a/index.ts';\nimport { b } from './b/index.ts';\n\nexport const channels = [\n  a,\n  b,\n];\n";
  assert.equal(
    withoutChannel(registry, 'a'),
    "import { b } from './b/index.ts';\n\nexport const channels = [\n  b,\n];\n",
  );
  assert.throws(() => withoutChannel(registry, 'c'), /no channel c/);
});
