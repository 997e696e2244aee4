// What of its tables lies sealed, for sealing anew under another key (decision 0051).
import type { SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { factorLabel } from './second-factor.ts';

export const sealed: readonly SealedColumn[] = [
  {
    ...{ table: 'account.second_factor', key: ['person_id'], column: 'sealed_secret' },
    labelOf: ({ person_id = '' }) => factorLabel(person_id),
  },
];
