// Bank (N9): orders to pay tax bills and what becomes of them, in ISO 20022; which bank and which transport are to be agreed.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { simulator } from './simulator.ts';

/** What only this channel's messages have in their first bytes. */
const names = ['CstmrPmtStsRpt', '<PmtRtr', ':PmtRtr', 'BkToCstmrStmt', '"undertaking"'];

export const bank: Channel = {
  id: 'bank',
  promise: 'N9',
  name: { zh: '银行', en: 'Bank' },
  profile,
  documents,
  recognises: ({ bytes }) => {
    const head = Buffer.from(bytes.subarray(0, 600)).toString('latin1');
    return names.some((name) => head.includes(name));
  },
  interpret: ({ bytes }) => interpret(bytes),
  simulator,
};
