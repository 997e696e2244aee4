// What of its tables lies sealed, for sealing anew under another key (decision 0051).
import type { SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { referenceLabel } from '../../runtime/signatures/keys.ts';
import { releaseKeyLabel } from './keep-keys.ts';

export const sealed: readonly SealedColumn[] = [
  {
    ...{ table: 'release.signing_key', key: ['kid'], column: 'key_reference' },
    // `<id> software:…`
    labelOf: (_, head) => referenceLabel(releaseKeyLabel(head.split(' ', 1)[0] ?? '')),
  },
];
