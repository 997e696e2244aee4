// The far end of commerce for demo and tests: speaks only the wire, answers as its script says.
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import type { Verdict } from './map-inbound.ts';

type Check = {
  readonly clientNumber: string;
  readonly reference?: string;
  readonly licences?: readonly { readonly number?: string }[];
};
const sentCheck = (bytes: Uint8Array): Check =>
  (JSON.parse(decodeText(bytes, 'utf-8')) as { licenceCheck: Check }).licenceCheck;

const verified = { verdict: 'verified', text: '许可证核查通过', textEn: 'Licence verified' } as const;
const notFound = (check: Check) => {
  const number = check.licences?.[0]?.number ?? '';
  const field = check.licences ? 'licences/number' : 'writeOffs/number';
  return {
    verdict: 'not-found',
    text: `许可证库中没有 ${number || '所列证件'}`,
    textEn: `No licence ${number || 'of that number'} is on record`,
    field,
    row: 1,
  } as const;
};

export const simulator: SimulatorDefinition = {
  name: { zh: '商务（模拟）', en: 'Commerce (simulated)' },
  referenceIn: ({ bytes }) => sentCheck(bytes).reference,
  react: ({ bytes, scenario }, world) => {
    const check = sentCheck(bytes);
    const { clientNumber, reference = '' } = check;
    const amended = world.memory.has(`asked ${reference}`);
    world.memory.set(`asked ${reference}`, clientNumber);
    const at = plusMs(world.now, 1200);
    const licenceVerdict: Verdict = {
      clientNumber,
      number: `LIC-${sha256Hex(clientNumber).slice(0, 8).toUpperCase()}`,
      sequence: Math.floor(Date.parse(at) / 1000),
      at,
      ...(scenario === 'LICENCE' && !amended ? notFound(check) : verified),
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
