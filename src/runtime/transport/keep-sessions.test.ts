import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepSessions } from './keep-sessions.ts';

type Session = { readonly number: number; open: boolean };
const at = { url: 'mqtt://partner/a' };

function rig(idleMs?: number) {
  const opened: Session[] = [];
  let failing = 0;
  const sessions = keepSessions<Session>({
    open: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      if (failing-- > 0) throw new Error('refused');
      const session = { number: opened.length, open: true };
      opened.push(session);
      return session;
    },
    isOpen: ({ open }) => open,
    end: (session) => {
      session.open = false;
    },
    ...(idleMs === undefined ? {} : { idleMs }),
  });
  return { sessions, opened, fail: (times: number) => (failing = times) };
}

test('[P3] all who come together have one session, and whoever comes later the same', async () => {
  const { sessions, opened } = rig();
  const together = await Promise.all([sessions.to(at), sessions.to(at), sessions.to(at)]);
  assert.deepEqual(
    together.map(({ session, used }) => [session.number, used]),
    [
      [0, false],
      [0, true],
      [0, true],
    ],
  );
  assert.equal((await sessions.to(at)).session.number, 0);
  assert.equal((await sessions.to({ ...at, key: 'another' })).session.number, 1, 'each credential has its own');
  sessions.close();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(
    opened.map(({ open }) => open),
    [false, false],
  );
});

test('[P3] one that fails fails for those who waited for it; the next opens anew', async () => {
  const { sessions, opened, fail } = rig();
  fail(1);
  const results = await Promise.allSettled([sessions.to(at), sessions.to(at)]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal((await sessions.to(at)).session.number, 0);
  assert.equal(opened.length, 1);
  sessions.close();
});

test('[P3] one that hung up is opened anew once, however many come', async () => {
  const { sessions, opened } = rig();
  const { session } = await sessions.to(at);
  session.open = false;
  const again = await Promise.all([sessions.to(at), sessions.to(at)]);
  assert.deepEqual(
    again.map((one) => one.session.number),
    [1, 1],
  );
  assert.equal(opened.length, 2);
  sessions.close();
});

test('[P3] a dropped one is ended, and its idle end does not end the one after it', async () => {
  const { sessions } = rig(20);
  const first = await sessions.to(at);
  sessions.drop(at);
  const second = await sessions.to(at);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([first.session.open, second.session.open], [false, true]);
  for (let n = 0; second.session.open && n < 500; n++) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(second.session.open, false, 'nobody asked for it');
  const third = await sessions.to(at);
  assert.equal(third.session.number, 2);
  sessions.close();
});
