// The far end of the foreign exchange administration for demo and tests: verifies the data, and says where the enterprise stands.
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { ForexMessage, Verification } from './map-inbound.ts';

type Sent = { readonly clientNumber: string; readonly reference?: string; readonly uscc?: string };
const sentIn = (bytes: Uint8Array): Sent =>
  Object.values(JSON.parse(decodeText(bytes, 'utf-8')) as Record<string, Sent>)[0] ?? { clientNumber: '' };

export const simulator: SimulatorDefinition = {
  name: { zh: '外汇管理（模拟）', en: 'Foreign exchange administration (simulated)' },
  referenceIn: ({ bytes }) => sentIn(bytes).reference,
  react: ({ bytes, kind, scenario }, world) => {
    const { clientNumber, uscc = '' } = sentIn(bytes);
    const serial = world.next();
    const number = `WH${sha256Hex(clientNumber).slice(0, 10).toUpperCase()}`;
    const verification: Verification =
      kind === 'forex.trade-data-reversal'
        ? { clientNumber, number, result: 'noted', text: '核验数据已撤销', textEn: 'The data was taken back' }
        : scenario === 'FXDIFF'
          ? {
              clientNumber,
              number,
              result: 'differs',
              text: '金额与收付汇数据不符',
              textEn: 'The amount does not agree with receipts and payments',
              field: 'amounts/amount',
              row: 1,
            }
          : { clientNumber, number, result: 'verified', text: '收付汇核验相符', textEn: 'Verified' };
    const forexMessage: ForexMessage = {
      messageId: `FX${serial}-${number}`,
      at: plusMs(world.now, 2000),
      verification,
      ...(uscc
        ? { directory: { uscc, number: `ML${uscc.slice(-9)}`, grade: 'A', state: 'registered', validTo: '2027-12-31' } }
        : {}),
    };
    return {
      status: 200,
      later: [
        {
          afterMs: 2000,
          message: {
            bytes: Buffer.from(JSON.stringify({ forexMessage })),
            contentType: 'application/json',
            fileName: `forex-${serial}.json`,
          },
        },
      ],
    };
  },
};
