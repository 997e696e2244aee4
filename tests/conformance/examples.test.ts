// Every message of every channel has a whole example in the guide for partners: what a channel sends by its profile, what it reads by its sources, so that
// a reader that is added without an example is found.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import type { Channel } from '../../src/hub/mapping/contract.ts';
import { registerChannels } from '../../src/hub/mapping/index.ts';
import { theirsOf, withoutExample } from '../support/channel-examples.ts';

before(() => registerChannels(channels));

/** What a reader calls its formats in as many words, and the types of message that its tables name. */
function formatsIn(source: string): string[] {
  const code = source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const called = [...code.matchAll(/\bformat: (?:'([^']+)'|`([^`$]+)\$\{)/g)].map(([, whole, start]) => whole ?? start);
  const named = [...code.matchAll(/^ {2}(?:\['(WLJK_\w+)'|((?:SAS|INV)\d{3}):|([A-Z]{6}): \{)/gm)].map(
    ([, a, b, c]) => a ?? b ?? c,
  );
  return [...called, ...named].filter((name) => name !== undefined).map((name) => name.trim());
}
function withoutInboundExample(channel: Channel, sources: readonly string[]): string[] {
  const shown = [...theirsOf(channel).values()].map(({ format }) => format);
  return sources.flatMap(formatsIn).filter((format) => !shown.some((one) => one.startsWith(format)));
}
const sourcesOf = ({ id }: Channel) => {
  const folder = `src/channels/${id}`;
  return readdirSync(folder)
    .filter((file) => /^(?:map-inbound|read-[\w-]+)\.ts$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf-8'));
};

for (const channel of channels)
  test(`[${channel.promise}][P3] ${channel.id}: every message that is sent or read has an example in the guide`, () => {
    assert.deepEqual(withoutExample(channel), []);
    assert.deepEqual(withoutInboundExample(channel, sourcesOf(channel)), []);
  });

test('[P3] a document that no form of the tests needs, and a format that nobody says, are found', () => {
  // Whichever: the first that is plugged in.
  const channel = channels.find(({ documents }) => documents.length > 0);
  const [document] = channel?.documents ?? [];
  assert.ok(channel && document);
  const never = { ...document, id: 'never', neededWhen: { element: 'traderName', equals: 'nobody' } };
  assert.deepEqual(withoutExample({ ...channel, documents: [...channel.documents, never] }), ['never']);
  const reader = [
    "const kinds = {\n  SAS999: { zh: '' },\n};",
    "const read = { format: 'NEVER', facts: [] };",
    ['return { format: `NOR $', '{code}` };'].join(''),
  ].join('\n');
  assert.deepEqual(withoutInboundExample(channel, [reader]), ['NEVER', 'NOR', 'SAS999']);
});

test('[P3] no example of the guide is cut, and none has an empty block', () => {
  const guide = readFileSync('docs/reference/channels.md', 'utf-8');
  assert.doesNotMatch(guide, /^… \d+ more lines/m);
  assert.doesNotMatch(guide, /^`{4}\n\s*`{4}$/m);
  for (const channel of channels)
    for (const { id } of channel.documents)
      assert.match(guide, new RegExp(`^#### \`${id.replaceAll('.', '\\.')}\` [\\s\\S]*?^\`{4}$`, 'm'), id);
});
