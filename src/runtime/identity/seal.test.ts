import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { seal, unseal } from './seal.ts';

const key = randomBytes(32).toString('base64');

test('[M2] what was sealed comes back, and only with the same key, for the same place, unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.nat(), (text, label, at) => {
      const sealed = seal(key, label, text);
      assert.equal(unseal(key, label, sealed), text);
      assert.notEqual(seal(key, label, text), sealed);
      assert.throws(() => unseal(key, `${label}x`, sealed));
      assert.throws(() => unseal(randomBytes(32).toString('base64'), label, sealed));
      const bytes = Buffer.from(sealed, 'base64');
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      assert.throws(() => unseal(key, label, bytes.toString('base64')));
    }),
  );
});
