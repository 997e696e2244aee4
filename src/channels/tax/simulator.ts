// The far end of the tax administration for demo and tests: speaks only the wire, answers as its script says.
import type { SimulatorDefinition, SimulatorReaction } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { PaymentState, RefundState } from './map-inbound.ts';

type Sent = { readonly clientNumber: string; readonly reference?: string; readonly billNumber?: string };
const sentIn = (bytes: Uint8Array): Sent =>
  Object.values(JSON.parse(decodeText(bytes, 'utf-8')) as Record<string, Sent>)[0] ?? { clientNumber: '' };
const message = (afterMs: number, body: object, serial: number): SimulatorReaction['later'][number] => ({
  afterMs,
  message: {
    bytes: Buffer.from(JSON.stringify(body)),
    contentType: 'application/json',
    fileName: `tax-${serial}.json`,
  },
});

export const simulator: SimulatorDefinition = {
  name: { zh: '税务（模拟）', en: 'Tax administration (simulated)' },
  referenceIn: ({ bytes }) => sentIn(bytes).reference,
  react: ({ bytes, kind, scenario }, world) => {
    const { clientNumber, billNumber = '' } = sentIn(bytes);
    const number = sha256Hex(clientNumber).slice(0, 10).toUpperCase();
    if (kind === 'tax.payment-notice') {
      const paymentState: PaymentState = {
        clientNumber,
        billNumber,
        state: 'confirmed',
        treasuryNumber: `GK${number}`,
        at: plusMs(world.now, 3000),
      };
      return { status: 200, later: [message(3000, { paymentState }, world.next())] };
    }
    const say = (afterMs: number, state: RefundState['state'], text: string, textEn: string, more = {}) => {
      const at = plusMs(world.now, afterMs);
      const refundState: RefundState = { clientNumber, number: `TS${number}`, state, text, textEn, at, ...more };
      return message(afterMs, { refundState }, world.next());
    };
    if (kind === 'tax.export-refund-reversal')
      return { status: 200, later: [say(1000, 'accepted', '退税数据已撤销', 'The refund data was taken back')] };
    const later =
      scenario === 'NOREFUND'
        ? [
            say(1500, 'rejected', '该商品取消出口退税', 'No refund is given for this commodity', {
              field: 'lines/hsCode',
              row: 1,
            }),
          ]
        : [
            say(1500, 'accepted', '退税数据已受理', 'The refund data is accepted'),
            say(4000, 'approved', '退税审核通过', 'The refund is approved'),
          ];
    return { status: 200, later };
  },
};
