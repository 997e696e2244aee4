// Door of the ledger.
import type { Module } from '../../runtime/module.ts';
import { catalogue } from './refusals.ts';
import { routes } from './routes.ts';

export { eraseContent, findReturned } from './erase-content.ts';
export { type BundleFiles, explainBundle, exportBundle } from './export-bundle.ts';
export { requireErased } from './require-erased.ts';
export { toReceipt } from './read-receipt.ts';

export const ledgerModule: Module = {
  id: 'ledger',
  name: { zh: '账本与凭证', en: 'Ledger and receipts' },
  routes,
  refusals: catalogue,
};
