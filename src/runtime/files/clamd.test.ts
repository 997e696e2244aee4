// What a scanner that speaks clamd's protocol says, and what is made of it; a scanner that is odd, mute or away never counts as "clean".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EICAR, startClamdDouble } from '../../../tests/support/clamd-double.ts';
import { createClamdScanner, readVerdict } from './clamd.ts';

test('[P2] the whole file reaches the scanner, and its word comes back', async () => {
  const double = await startClamdDouble();
  const scanner = createClamdScanner({ host: '127.0.0.1', port: double.port });
  await scanner.ping();
  for (const length of [0, 1, 65_536, 65_537, 3_000_000])
    assert.deepEqual(await scanner.scan(Buffer.alloc(length, 1)), { state: 'clean' });
  assert.deepEqual(double.asked, ['PING', '0', '1', '65536', '65537', '3000000']);
  assert.deepEqual(await scanner.scan(Buffer.from(`%PDF-1.7\n${EICAR}`)), {
    state: 'infected',
    signature: 'Eicar-Test-Signature',
  });
  await double.stop();
  await assert.rejects(scanner.scan(Buffer.from('x')));
});

test('[P2] each kind of answer is read; one that is not understood is no verdict', () => {
  assert.deepEqual(readVerdict('stream: OK'), { state: 'clean' });
  assert.deepEqual(readVerdict('stream: Win.Test FOUND'), { state: 'infected', signature: 'Win.Test' });
  assert.deepEqual(readVerdict('INSTREAM size limit exceeded. ERROR'), {
    state: 'unscannable',
    reason: 'INSTREAM size limit exceeded.',
  });
  for (const odd of ['', 'OK then', 'UNKNOWN COMMAND', 'stream: ', 'FOUND'])
    assert.throws(() => readVerdict(odd), /not understood/, odd);
});

test('[P2] a scanner that hangs up or does not answer gives no verdict', async () => {
  const rude = await startClamdDouble(() => 'HANG UP');
  await assert.rejects(createClamdScanner({ host: '127.0.0.1', port: rude.port }).scan(Buffer.from('x')));
  await rude.stop();
  const mute = await startClamdDouble();
  mute.pause();
  await assert.rejects(
    createClamdScanner({ host: '127.0.0.1', port: mute.port }, 200).scan(Buffer.from('x')),
    /not answer/,
  );
  await mute.stop();
});
