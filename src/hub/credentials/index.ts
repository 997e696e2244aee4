// Door of the credentials module.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { issueCredential, withdrawCredential } from './issue-credential.ts';
export { keepCredential } from './keep-credential.ts';
export { issuerOf } from './sign-credential.ts';

export const credentialsModule: Module = {
  id: 'credentials',
  name: { zh: '可核验证书', en: 'Verifiable certificates' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
};
