// The far end of commerce for demo and tests: speaks only the wire, answers as its script says.
import { sha256Hex } from '../../kernel/digest.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import type { Verdict } from './map-inbound.ts';

export const simulator: SimulatorDefinition = {
  name: { zh: '商务（模拟）', en: 'Commerce (simulated)' },
  referenceIn: ({ bytes }) =>
    (JSON.parse(decodeText(bytes, 'utf-8')) as { licenceCheck: { reference?: string } }).licenceCheck.reference,
  react: ({ bytes }, world) => {
    const { clientNumber } = (JSON.parse(decodeText(bytes, 'utf-8')) as { licenceCheck: { clientNumber: string } })
      .licenceCheck;
    const at = new Date(Date.parse(world.now) + 1200).toISOString();
    const licenceVerdict: Verdict = {
      clientNumber,
      verdict: 'verified',
      number: `LIC-${sha256Hex(clientNumber).slice(0, 8).toUpperCase()}`,
      sequence: Math.floor(Date.parse(at) / 1000),
      text: '许可证核查通过',
      textEn: 'Licence verified',
      at,
    };
    return {
      status: 200,
      later: [
        {
          afterMs: 1200,
          message: {
            bytes: Buffer.from(JSON.stringify({ licenceVerdict })),
            contentType: 'application/json',
            fileName: `verdict-${world.next()}.json`,
          },
        },
      ],
    };
  },
};
