// What of its tables lies sealed, for sealing anew under another key (decision 0051).
import type { SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { folderKeyLabel } from './folders.ts';

export const sealed: readonly SealedColumn[] = [
  { table: 'subscriptions.subscription', key: ['id'], column: 'sealed_secret', labelOf: ({ id = '' }) => id },
  { table: 'subscriptions.subscription', key: ['id'], column: 'sealed_previous_secret', labelOf: ({ id = '' }) => id },
  {
    ...{ table: 'subscriptions.subscription', key: ['id'], column: 'sealed_key' },
    labelOf: ({ id = '' }) => folderKeyLabel(id),
  },
];
