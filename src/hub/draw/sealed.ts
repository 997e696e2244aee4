// What of its tables lies sealed, for sealing anew under another key (decision 0051).
import type { SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { secretLabel } from './commit-draw.ts';

export const sealed: readonly SealedColumn[] = [
  { table: 'draw.draw', key: ['id'], column: 'sealed_secret', labelOf: ({ id = '' }) => secretLabel(id) },
];
