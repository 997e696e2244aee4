// Door of the account module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';
import { sealed } from './sealed.ts';

export { confirmPassword } from './confirm-password.ts';
export { hasStaff, inviteFirst } from './staff/invite-first.ts';
export { shutDemoAccounts } from './shut-demo-accounts.ts';
export { inviteToOffice } from './staff/invite-office.ts';

export const accountModule: Module = {
  id: 'account',
  name: { zh: '账号', en: 'Accounts' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
  sealed,
};
