// What of its tables lies sealed, for sealing anew under another key (decision 0051).
import type { SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { letterLabel } from './send-account-letter.ts';

export const sealed: readonly SealedColumn[] = [
  { table: 'mail.letter', key: ['id'], column: 'sealed', labelOf: ({ id = '' }) => letterLabel(id) },
];
