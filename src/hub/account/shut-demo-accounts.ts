// Accounts of a demonstration have a published password. In a database that production is started on they are shut at its start: no password, no
// place, no session, no key that they made (P11; ASVS 6.3.2; decision 0054). Whoever changed his password meanwhile is no longer one of them.
import { type Context, emitter } from '../../runtime/context.ts';
import {
  demoAccounts,
  demoPassword,
  endPlace,
  endSessions,
  findPeopleByAccount,
  findPortOffice,
  fits,
  listPlaces,
  revokeApiKeysOf,
  savePassword,
} from '../enterprise/index.ts';
import type { AccountEvents } from './contract.ts';

const emit = emitter<AccountEvents>();

/** Answers with a line for the log; undefined: there was none. */
export async function shutDemoAccounts(context: Context): Promise<string | undefined> {
  const found = await findPeopleByAccount(
    context,
    demoAccounts.map((one) => one.account),
  );
  const shut: { readonly personId: string; readonly account: string }[] = [];
  for (const { id: personId, account, password_hash } of found) {
    if (password_hash === '' || !(await fits(password_hash, demoPassword))) continue;
    for (const { organisation_id } of await listPlaces(context, personId)) {
      await endPlace(context, personId, organisation_id);
      await revokeApiKeysOf(context, organisation_id, personId);
    }
    await endSessions(context, { personId });
    await savePassword(context, personId, '');
    shut.push({ personId, account });
  }
  if (shut.length === 0) return undefined;
  const organisationId = (await findPortOffice(context))?.id;
  await emit(context, 'demo-accounts.shut', organisationId ?? 'port-office', {
    ...(organisationId ? { organisationId } : {}),
    personIds: shut.map((one) => one.personId),
    accounts: shut.map((one) => one.account),
  });
  const accounts = shut.map((one) => one.account).join(', ');
  return `本库有演示账号，已停用 / Accounts of a demonstration were found and shut: ${accounts}`;
}
