// Door of signatures.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';
import { sealed } from './sealed.ts';

export { createStatusAsking } from './ask-status.ts';
export { checkKept, checkMessage, type MessageRule } from './check-document.ts';
export { openDemoClock } from './demo-time-stamps.ts';
export { createRevocationFetch } from './fetch-revocations.ts';
export { sentence } from './fault-words.ts';
export { openSeal } from './keep-seal.ts';
export { seedDemoAuthority } from './own-authority.ts';
export { readSignatures } from './read-signatures.ts';
export { DocumentSigned, Report, Signature } from './replies.ts';
export { judge as judgeStatement, signFiling, signStatement } from './sign-filing.ts';
export { createTimeStamping, type TimeStampEndpoint } from './stamp-signatures.ts';

export const signaturesModule: Module = {
  id: 'signatures',
  name: { zh: '签名与证书', en: 'Signatures and certificates' },
  routes,
  migrations: new URL('./migrations/', import.meta.url),
  refusals: catalogue,
  sealed,
};
