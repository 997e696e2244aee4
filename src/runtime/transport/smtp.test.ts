import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { type MailServer, startMailServer } from '../../../tests/support/mail-server.ts';
import { describeMailFailure, type Letter, openMailSession } from './smtp.ts';

let server: MailServer;
before(async () => {
  server = await startMailServer();
});
after(() => server.stop());

const letter = (to: string, more: Partial<Letter> = {}): Letter => ({
  from: '单一窗口 <no-reply@portico.example>',
  to,
  subject: '放行 / Released',
  text: '一次放行\n.\nReleased',
  html: '<p>一次放行</p>',
  date: '2026-11-26T00:00:00Z',
  messageId: '1@portico.example',
  headers: {},
  ...more,
});

test('[M2] several letters go over one connection; one that is refused does not hold the next', async () => {
  const session = await openMailSession(server.url);
  server.answer('gone@example.com', { code: 550, at: 'RCPT' });
  server.answer('busy@example.com', { code: 450, at: 'RCPT' });
  server.answer('spam@example.com', { code: 554, at: 'DATA' });
  server.answer('later@example.com', { code: 451, at: 'DATA' });
  const results = [];
  for (const name of ['one', 'gone', 'busy', 'two', 'spam', 'later', 'three'])
    results.push(await session.send(letter(`${name}@example.com`)));
  session.close();
  assert.deepEqual(
    results.map((r) => `${r.result} ${r.detail}`),
    [
      'accepted SMTP 250',
      'refused-for-good SMTP 550',
      'not-now SMTP 450',
      'accepted SMTP 250',
      'refused-for-good SMTP 554',
      'not-now SMTP 451',
      'accepted SMTP 250',
    ],
  );
  const [first] = server.mailed;
  assert.equal(first?.subject, '放行 / Released');
  assert.equal(first?.text.trim(), '一次放行\n.\nReleased', 'a line with a dot only ends nothing');
  assert.deepEqual(first?.headers['message-id'], ['<1@portico.example>']);
});

test('[M2] text with line breaks never becomes a second header or recipient', async () => {
  const session = await openMailSession(server.url);
  const had = server.mailed.length;
  const nasty = 'x\r\nBcc: victim@example.com\r\n\r\nbody';
  await session.send(
    letter('plain@example.com', { subject: nasty, headers: { 'List-Unsubscribe': `<https://x/${nasty}>` } }),
  );
  session.close();
  const mail = server.mailed[had];
  assert.equal(mail?.to, 'plain@example.com');
  assert.equal(mail?.headers.bcc, undefined);
  assert.equal(server.tries('victim@example.com'), 0);
});

test('[M2] a server that is away, or goes away in the middle, is said so and hangs nobody', async () => {
  const failing = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      // Greets, takes the sender, and drops the line.
      if (/^EHLO/.test(String(chunk))) socket.write('250 here\r\n');
      else socket.destroy();
    });
  });
  await once(failing.listen(0, '127.0.0.1'), 'listening');
  const { port } = failing.address() as AddressInfo;
  const session = await openMailSession(`smtp://127.0.0.1:${port}`);
  assert.equal((await session.send(letter('a@example.com'))).result, 'not-now');
  assert.equal((await session.send(letter('b@example.com'))).result, 'not-now');
  session.close();
  failing.close();
  await once(failing, 'close');
  await assert.rejects(openMailSession(`smtp://127.0.0.1:${port}`), (error) => describeMailFailure(error) !== '');
});
