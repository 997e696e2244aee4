// What of its tables lies sealed, for sealing anew under another key (decision 0051).
import type { SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { referenceLabel } from '../../runtime/signatures/keys.ts';
import { sealLabel } from './keep-seal.ts';
import { authorityLabel } from './own-authority.ts';

export const sealed: readonly SealedColumn[] = [
  {
    ...{ table: 'signatures.authority', key: ['id'], column: 'key_reference' },
    labelOf: ({ id = '' }) => referenceLabel(authorityLabel(id)),
  },
  {
    ...{ table: 'signatures.certificate', key: ['serial'], column: 'key_reference' },
    labelOf: ({ serial = '' }) => referenceLabel(sealLabel(serial)),
  },
];
