import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chooseSlot, decideLetter } from './decide-letter.ts';
import { plainAddress } from './rules-address.ts';
import { isGenuine, readToken, signToken } from './sign-token.ts';
import { writeConfirmation, writeNotices } from './write-letter.ts';

const footer = { settingsLink: 'https://portico.example/inbox', demo: false };

test('[M2] an address is one plain mailbox; nothing that makes a second header or recipient is one', () => {
  for (const good of ['chen@example.com', 'a.b+c@mail.example.cn', "o'neil@example.org"])
    assert.equal(plainAddress(good), good);
  assert.equal(plainAddress('Chen@EXAMPLE.com'), 'Chen@example.com');
  assert.match(plainAddress('chen@报关.cn') ?? '', /^chen@xn--/);
  for (const bad of [
    '',
    'chen',
    '@example.com',
    'chen@',
    'chen@localhost',
    'chen@127.0.0.1',
    'chen@[127.0.0.1]',
    'a@example.com, b@example.com',
    'a@example.com;b@example.com',
    'Chen <chen@example.com>',
    '"chen x"@example.com',
    'chen@example.com\r\nBcc: b@example.com',
    'chen\r\nBcc:b@example.com',
    'chen@example.com\u0000',
    'ch en@example.com',
    'chen@exa mple.com',
    '.chen@example.com',
    'chen..x@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
  ])
    assert.equal(plainAddress(bad), undefined, JSON.stringify(bad));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const address = plainAddress(`${text}@example.com`);
      if (address !== undefined) assert.match(address, /^[\x21-\x7e]+@example\.com$/);
    }),
    { numRuns: 2000 },
  );
});

test('[M2] whatever people typed, a letter keeps to its lines: no header, no markup, nothing from elsewhere', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'https://evil.example/',
      'x\r\nBcc: a@b.c',
      '<img src=http://evil.example/x>',
      '<script>alert(1)</script>',
      '"\'&<>',
      '\u2028x',
    ),
  );
  fc.assert(
    fc.property(nasty, nasty, fc.constantFrom('neutral', 'good', 'attention', 'bad'), (zh, en, tone) => {
      const line = { number: 'PT1', tone, text: { zh, en }, link: 'https://portico.example/shipments/1' } as const;
      const { subject, text, html } = writeNotices([line], footer);
      assert.doesNotMatch(subject, /\p{Cc}/u);
      assert.ok(subject.includes('PT1') && subject.length <= 150);
      // Number and tone, Chinese, English, link, and the two lines of the footer.
      assert.equal(text.split('\n').length, 7, text);
      // Everything between < and > is ours: a few plain tags, one of them with one attribute.
      for (const [tag] of html.matchAll(/<[^>]*>?/g))
        assert.match(tag, /^<(\/?(html|body|p|br|a|hr|small)|!doctype html|html lang="zh-CN"|a href="[^"<>]*")>$/);
      const links = [...html.matchAll(/href="([^"]*)"/g)].map((m) => m[1]);
      assert.deepEqual(links, ['https://portico.example/shipments/1']);
    }),
  );
  const several = writeNotices(
    [
      { number: 'PT1', tone: 'bad', text: { zh: '布控', en: 'Held' }, link: 'https://portico.example/shipments/1' },
      { tone: 'good', text: { zh: '放行', en: 'Released' }, link: 'https://portico.example/inbox' },
    ],
    { ...footer, demo: true },
  );
  assert.equal(several.subject, '[Portico] 2 条通知 / 2 notices');
  assert.match(several.text, /模拟器/);
  assert.match(
    writeConfirmation('https://portico.example/inbox?confirm=x', 24).text,
    /https:\/\/portico\.example\/inbox\?confirm=x/,
  );
});

test('[M2] a 5xx to the mailbox disables it; everything else comes again, seven times over two days', () => {
  const refused = decideLetter({
    outcome: { result: 'refused-for-good', detail: 'SMTP 550' },
    attempt: 1,
    jitter: 0.5,
  });
  assert.equal(refused.state, 'failed');
  assert.match(refused.disable?.en ?? '', /SMTP 550/);
  assert.deepEqual(decideLetter({ outcome: { result: 'accepted', detail: '' }, attempt: 3, jitter: 0 }), {
    state: 'delivered',
  });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (jitter) => {
      const again = (attempt: number) =>
        decideLetter({ outcome: { result: 'not-now', detail: 'ECONNECTION' }, attempt, jitter });
      let waited = 0;
      for (let attempt = 1; attempt <= 7; attempt++) {
        assert.equal(again(attempt).state, 'queued');
        waited += (again(attempt).waitMs ?? 0) / (0.8 + 0.4 * jitter);
      }
      assert.ok(waited > 40 * 3_600_000);
      assert.deepEqual(again(8), { state: 'failed' });
    }),
  );
});

test('[M2] a gathered letter is due at the next full hour or the next morning at eight, Chongqing time', () => {
  assert.deepEqual(chooseSlot('at-once', '2026-11-26T03:10:00.000Z', 7), {
    slot: 'event 7',
    dueAt: '2026-11-26T03:10:00.000Z',
  });
  assert.equal(chooseSlot('hourly', '2026-11-26T03:10:00.000Z', 7).dueAt, '2026-11-26T04:00:00.000Z');
  assert.equal(chooseSlot('hourly', '2026-11-26T04:00:00.000Z', 7).dueAt, '2026-11-26T05:00:00.000Z');
  assert.equal(chooseSlot('daily', '2026-11-25T23:59:59.000Z', 7).dueAt, '2026-11-26T00:00:00.000Z');
  assert.equal(chooseSlot('daily', '2026-11-26T00:00:00.000Z', 7).dueAt, '2026-11-27T00:00:00.000Z');
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom('hourly', 'daily'), (now, rhythm) => {
      const wait = Date.parse(chooseSlot(rhythm, now.toISOString(), 1).dueAt) - now.getTime();
      assert.ok(wait > 0 && wait <= (rhythm === 'daily' ? 24 : 1) * 3_600_000);
    }),
  );
});

test('[M2] a link’s token is believed for its purpose, person, end and address only', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const claim = {
    purpose: 'confirm',
    personId: '019a9f2e-7a10-7000-8000-000000000001',
    expiresAt: 1_795_680_000,
  } as const;
  const token = signToken(key, claim, 'a@example.com n1');
  assert.deepEqual(readToken(token), claim);
  assert.ok(isGenuine([key], token, claim, 'a@example.com n1'));
  assert.ok(!isGenuine([key], token, claim, 'b@example.com n1'));
  assert.ok(!isGenuine([key], token, claim, 'a@example.com n2'));
  assert.ok(!isGenuine([Buffer.alloc(32, 8).toString('base64')], token, claim, 'a@example.com n1'));
  for (const other of [
    { ...claim, purpose: 'unsubscribe' as const },
    { ...claim, expiresAt: claim.expiresAt + 1 },
    { ...claim, personId: claim.personId.replace(/1$/, '2') },
  ])
    assert.ok(!isGenuine([key], token, other, 'a@example.com n1'));
  for (const broken of ['', 'confirm', `${token}x`, token.replace('confirm', 'else'), token.replace(/\./g, ',')])
    assert.equal(readToken(broken), undefined);
});
