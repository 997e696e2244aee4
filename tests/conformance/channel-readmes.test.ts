// Every channel's README says whether its partner's format is public, or which open standard is nearest to what is to be agreed (issue 6). The
// line is asked of the folders, not of the registry, so that a folder without a line in it is asked too.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { channels } from '../../src/channels/index.ts';

const root = path.join(import.meta.dirname, '../../src/channels');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name);

/** What is wrong with what a README says of its format; nothing: it says what the profile says. */
function faultOf(readme: string, format: 'published' | 'to-be-agreed'): string | undefined {
  const said = [...readme.matchAll(/^- \*\*Format\*\*: (.+(?:\n {2}.+)*)$/gm)].map((found) => found[1] ?? '');
  const [line] = said;
  if (line === undefined || said.length > 1) return `${said.length} lines that begin with "- **Format**: "`;
  const wanted =
    format === 'published'
      ? /^public; \S/
      : // What the profile calls `to-be-agreed` names what it is nearest to, or that nothing is.
        /^to be agreed; nearest open standard: \S/;
  return wanted.test(line) ? undefined : `the profile says ${format}, the README "${line}"`;
}

test('[N1][N2][N3][N4][N5][N6][N7][N8][N9][N10][N11][N13][N14][N15] every channel’s README says whether its format is public or which open standard is nearest', () => {
  assert.ok(folders.length > 0);
  for (const folder of folders) {
    const file = path.join(root, folder, 'README.md');
    assert.ok(existsSync(file), `${folder} has no README.md`);
    const channel = channels.find(({ id }) => id === folder);
    // A folder whose line was taken out of the registry is no channel.
    if (channel) assert.equal(faultOf(readFileSync(file, 'utf-8'), channel.profile.format), undefined, folder);
  }
  assert.deepEqual(
    channels.map(({ id }) => id).filter((id) => !folders.includes(id)),
    [],
    'a channel without a folder of its name',
  );
});

test('[N1] a README that says nothing of its format, something else or something vague is seen', () => {
  const good = '# A\n\n- **Format**: to be agreed; nearest open standard: ISO 20022.\n- **Out**: x.\n';
  assert.equal(faultOf(good, 'to-be-agreed'), undefined);
  for (const [readme, format] of [
    ['# A\n\n- **Out**: x.\n', 'published'],
    [good, 'published'],
    ['- **Format**: public; DCSA.\n', 'to-be-agreed'],
    ['- **Format**: to be agreed.\n', 'to-be-agreed'],
    [`${good}${good}`, 'to-be-agreed'],
  ] as const)
    assert.ok(faultOf(readme, format), readme);
});
