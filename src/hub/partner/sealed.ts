// What of its tables lies sealed, for sealing anew under another key (decision 0051).
import type { SealedColumn } from '../../runtime/identity/store-sealed.ts';
import { referenceLabel } from '../../runtime/signatures/keys.ts';
import { keyLabel } from './certification/start-certification.ts';
import { reportKeyLabel } from './certification/sign-report.ts';
import { credentialLabel } from './change-settings.ts';

export const sealed: readonly SealedColumn[] = [
  {
    ...{ table: 'partner.credential', key: ['channel', 'name'], column: 'sealed' },
    labelOf: ({ channel = '', name = '' }) => credentialLabel(channel, name),
  },
  { table: 'partner.certification', key: ['id'], column: 'sealed_key', labelOf: ({ id = '' }) => keyLabel(id) },
  { table: 'partner.report_key', key: ['kid'], column: 'key_reference', labelOf: () => referenceLabel(reportKeyLabel) },
];
