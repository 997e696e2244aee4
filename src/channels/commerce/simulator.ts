// The far end of commerce for demo and tests: speaks only the wire, answers as its script says.
import { sha256Hex } from '../../kernel/digest.ts';
import { multiplyDecimals } from '../../kernel/decimal.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { LicenceKind } from '../../hub/licence/contract.ts';
import type { SimulatorDefinition, SimulatorWorld } from '../../hub/mapping/contract.ts';
import type { Verdict } from './map-inbound.ts';
import type { LicenceNotice } from './read-notice.ts';

type Check = {
  readonly clientNumber: string;
  readonly reference?: string;
  readonly traderUscc?: string;
  readonly licences?: readonly { readonly kind?: string; readonly number?: string }[];
  readonly writeOffs?: readonly { readonly number?: string }[];
  readonly goods?: readonly { readonly code?: string; readonly quantity?: string; readonly unit?: string }[];
};
const sentCheck = (bytes: Uint8Array): Check =>
  (JSON.parse(decodeText(bytes, 'utf-8')) as { licenceCheck: Check }).licenceCheck;

const numberIn = (check: Check): string => check.licences?.[0]?.number ?? check.writeOffs?.[0]?.number ?? '';
const about = (check: Check) => ({ field: check.licences ? 'licences/number' : 'writeOffs/number', row: 1 });
const verified = { verdict: 'verified', text: '许可证核查通过', textEn: 'Licence verified' } as const;
const notFound = (check: Check) => {
  const number = check.licences?.[0]?.number ?? '';
  return {
    verdict: 'not-found',
    text: `许可证库中没有 ${number || '所列证件'}`,
    textEn: `No licence ${number || 'of that number'} is on record`,
    ...about(check),
  } as const;
};
const usedUp = (check: Check) =>
  ({
    verdict: 'exhausted',
    text: `许可证 ${numberIn(check)} 余额不足`,
    textEn: `Too little is left of licence ${numberIn(check)}`,
    ...about(check),
  }) as const;

const kindOf: Readonly<Record<string, LicenceKind>> = {
  '1': 'import-licence',
  '7': 'automatic-import-licence',
  O: 'automatic-import-licence',
  v: 'automatic-import-licence',
};
/** The licence as it was issued here; what is left is said only where a script asks for it. */
function notice(check: Check, world: SimulatorWorld, at: string): LicenceNotice {
  const number = numberIn(check);
  const known = world.memory.get(`licence ${number}`);
  const [line] = check.goods ?? [];
  const year = at.slice(0, 4);
  const issued: Omit<LicenceNotice, 'messageId' | 'at' | 'state'> = known
    ? (JSON.parse(known) as LicenceNotice)
    : {
        number,
        kind: kindOf[check.licences?.[0]?.kind ?? ''] ?? 'export-licence',
        holderUscc: check.traderUscc ?? '',
        issuer: '商务部（模拟）',
        goods: line?.code ? [line.code] : [],
        granted: { quantity: multiplyDecimals(line?.quantity ?? '0', '2.5'), uses: '3' },
        unit: line?.unit ?? '035',
        validFrom: `${year}-01-01`,
        validTo: `${year}-12-31`,
      };
  world.memory.set(`licence ${number}`, JSON.stringify(issued));
  return { ...issued, messageId: `XKZ-${number}-${world.next()}`, at, state: 'issued' };
}
/** One more was used elsewhere than is known here. */
const booksOf = (issued: LicenceNotice): LicenceNotice => ({
  ...issued,
  state: 'amended',
  left: { ...issued.granted, quantity: multiplyDecimals(issued.granted.quantity ?? '0', '0.4') },
});

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
      ...(scenario === 'LICENCE' && !amended ? notFound(check) : scenario === 'USEDUP' ? usedUp(check) : verified),
    };
    const licenceNotice =
      scenario === 'ISSUE'
        ? notice(check, world, at)
        : scenario === 'USEDUP'
          ? booksOf(notice(check, world, at))
          : undefined;
    const post = (body: object, name: string, afterMs: number) => ({
      afterMs,
      message: {
        bytes: Buffer.from(JSON.stringify(body)),
        contentType: 'application/json',
        fileName: `${name}-${world.next()}.json`,
      },
    });
    return {
      status: 200,
      later: [
        ...(licenceNotice ? [post({ licenceNotice }, 'licence', 1000)] : []),
        post({ licenceVerdict }, 'verdict', 1200),
      ],
    };
  },
};
