import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSealedUnder, SealedUnderAnother, seal, sealKeyId, unseal } from './seal.ts';

const newKey = () => randomBytes(32).toString('base64');
const key = newKey();
const other = newKey();

test('[M2] what was sealed comes back, and only with the same key, for the same place, unchanged', () => {
  for (const sealing of [{ sealKey: key }, { sealKey: key, sealKeysBeside: [newKey()] }])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.nat(), (text, label, at) => {
        const sealed = seal(sealing, label, text);
        assert.equal(unseal(sealing, label, sealed), text);
        assert.notEqual(seal(sealing, label, text), sealed);
        assert.throws(() => unseal(sealing, `${label}x`, sealed));
        assert.throws(() => unseal({ sealKey: newKey() }, label, sealed));
        const body = sealed.slice(sealed.indexOf('.') + 1);
        const bytes = Buffer.from(body, 'base64');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ 1;
        assert.throws(() => unseal(sealing, label, sealed.replace(body, bytes.toString('base64'))));
      }),
      { numRuns: 50 },
    );
});

test('[P11] two keys beside each other open what either has sealed; one alone seals as the version before reads it', () => {
  const before = seal({ sealKey: key }, 'place', 'secret');
  assert.match(before, /^[A-Za-z0-9+/]+=*$/);
  const named = seal({ sealKey: key, sealKeysBeside: [other] }, 'place', 'secret');
  assert.ok(named.startsWith(`${sealKeyId(key)}.`));
  assert.deepEqual(
    [isSealedUnder(key, named), isSealedUnder(other, named), isSealedUnder(key, before)],
    [true, false, false],
  );
  for (const sealed of [before, named]) {
    assert.equal(unseal({ sealKey: other, sealKeysBeside: [key] }, 'place', sealed), 'secret');
    assert.equal(unseal({ sealKey: key }, 'place', sealed), 'secret');
  }
});

test('[P11] under a key that is not given, it is said which one is wanted and which are there, in both languages', () => {
  const named = seal({ sealKey: key, sealKeysBeside: [other] }, 'place', 'secret');
  const said = (sealed: string) => {
    try {
      return unseal({ sealKey: other }, 'place', sealed);
    } catch (error) {
      assert.ok(error instanceof SealedUnderAnother);
      return error.message;
    }
  };
  const [zh, en] = said(named).split('\n');
  for (const line of [zh, en]) for (const id of [key, other].map(sealKeyId)) assert.ok(line?.includes(id), line);
  assert.match(zh ?? '', /封存/);
  assert.ok(!said(named).includes(key) && !said(named).includes(other));
  assert.match(said(seal({ sealKey: key }, 'place', 'secret')), /without naming a key/);
});
