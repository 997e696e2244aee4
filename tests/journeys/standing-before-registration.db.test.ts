// What a bank says of an enterprise before it is registered here is kept, and stands from its first day (N9, SC 19).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { StandingView } from '../../src/hub/payment/contract.ts';
import { exampleApplication } from '../../src/hub/registration/replies.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, until } from '../support/application.ts';
import { callFromElsewhere, callWith, tryToSignIn } from '../support/identity.ts';
import { partnerOf } from '../support/money.ts';

const { application, operator } = await applicationWith(['operator']);
const { uscc } = exampleApplication;
const kept = () =>
  application.unitOfWork.run(portico, async ({ db }) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from payment.kept_standing where uscc = ${uscc}`.execute(db);
    return rows[0]?.n;
  });

test('[N9][P11] a guarantee told before its enterprise is registered is kept, and is there as last said when it comes in', async () => {
  const bank = await partnerOf(application, 'bank');
  const undertaking = (number: string, state: string, at: string, used?: string) =>
    bank(
      JSON.stringify({
        undertaking: {
          ...{ messageId: `${number}/${state}`, kind: 'guarantee', number, applicantUscc: uscc, state, at },
          ...{ bank: '重庆口岸银行（演示）', currency: 'CNY', amount: '500000.00', validTo: '2027-06-30' },
          ...{ text: '关税总担保', textEn: 'Total tax guarantee' },
          ...(used ? { used } : {}),
        },
      }),
    );
  // The later word first.
  await undertaking('GT2026CQ000101', 'used', '2026-11-02T02:00:00Z', '3515.69');
  await undertaking('GT2026CQ000101', 'issued', '2026-11-01T02:00:00Z');
  await undertaking('GT2026CQ000102', 'issued', '2026-11-01T02:00:00Z');
  await until(kept, (n) => n === 3, 'all three are kept');

  const post = (path: string, body: object) => callFromElsewhere(application, '', path, body);
  const { id, token } = (await post('/organisation-applications', exampleApplication)).body as Record<string, string>;
  await operator.send('POST', `/organisation-applications/${id}/decision`, { approved: true });
  const { link } = (await post('/organisation-application-claims', { token })).body as { link: string };
  const person = { account: 'wu-standing', password: '嘉陵江边的火锅店只开到十点' };
  await post('/invitation-acceptances', { token: /#([\w-]{43})$/.exec(link)?.[1] ?? '', ...person });
  const { cookie } = await tryToSignIn(application, person);
  const standing = async () =>
    ((await callWith(application, cookie, 'GET', '/financial-standing')).body as unknown as { items: StandingView[] })
      .items;
  const one = (items: readonly StandingView[], number: string) => items.find((it) => it.number === number);
  const items = await until(
    standing,
    (all) => all.length === 2 && one(all, 'GT2026CQ000101')?.state === 'used',
    'both guarantees are there',
  );
  assert.equal(one(items, 'GT2026CQ000101')?.used, '3515.69', 'as last said');
  assert.equal(await kept(), 0);
  // What is said from now on goes its usual way.
  await undertaking('GT2026CQ000103', 'issued', '2026-11-03T02:00:00Z');
  await until(standing, (all) => all.length === 3, 'a later one');
});
