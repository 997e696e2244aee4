// What goes over the bus: many words become one, one's own are not heard, whatever anybody says there harms nobody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coalesce, hear, type Wake } from './bus.ts';

test('[P3] what is told while a word is under way goes with the next; nothing is left out', async () => {
  const sent: string[][] = [];
  let release: (() => void)[] = [];
  const { announce, rest } = coalesce(
    async (text) => {
      sent.push((JSON.parse(text) as { channels: string[] }).channels);
      await new Promise<void>((resolve) => release.push(resolve));
    },
    'me',
    (error) => assert.fail(String(error)),
  );
  announce({ channels: ['a'] });
  for (const channel of ['b', 'c', 'b', 'a']) announce({ channels: [channel] });
  const go = () => {
    const all = release;
    release = [];
    for (const one of all) one();
  };
  go();
  // The next word goes a moment after the one before.
  while (release.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  go();
  await rest();
  assert.deepEqual(sent, [['a'], ['b', 'c', 'a']]);
});

test('[P3] a bus that fails costs a word, not the next ones', async () => {
  const faults: unknown[] = [];
  let failing = true;
  const sent: string[] = [];
  const { announce, rest } = coalesce(
    async (text) => {
      if (failing) throw new Error('away');
      sent.push(text);
    },
    'me',
    (error) => faults.push(error),
  );
  announce({ channels: ['a'] });
  await rest();
  failing = false;
  announce({ channels: ['b'] });
  await rest();
  assert.equal(faults.length, 1);
  assert.deepEqual(sent, ['{"node":"me","channels":["b"]}']);
});

test('[P3] only words of others in the right shape wake anybody', () => {
  const heard: Wake[] = [];
  const options = {
    node: 'me',
    onWake: (wake: Wake) => heard.push(wake),
    onFault: (error: unknown) => assert.fail(String(error)),
  };
  hear('{"node":"me","channels":["a"]}', options);
  hear('{"node":"you","channels":["a",1,null]}', options);
  hear(`{"node":"you","channels":["${'x'.repeat(9000)}"]}`, options);
  assert.deepEqual(heard, [{ channels: ['a'] }]);
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => hear(text, options)));
});
