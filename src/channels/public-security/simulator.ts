// The far end of public security for demo and tests: it has a list of its own and the key agreed with the hub, digests its own numbers
// and compares. It never gets a number of the hub's, and says so by design: nothing else is in the message.
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { normalisePersonNumber, normalisePlate } from '../../kernel/identity-number.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { ScreeningAnswer } from './map-inbound.ts';

type Screening = {
  readonly clientNumber: string;
  readonly reference?: string;
  readonly keyId?: string;
  readonly persons?: readonly { readonly role?: string; readonly digest?: string }[];
  readonly vehicle?: { readonly digest?: string };
  readonly conveyance?: { readonly digest?: string };
};
const sentScreening = (bytes: Uint8Array): Screening =>
  (JSON.parse(decodeText(bytes, 'utf-8')) as { screening: Screening }).screening;

/** Invented; the resident number is the example of GB 11643-1999. */
const sought: readonly string[] = [
  normalisePersonNumber('ID', '11010519491231002X'),
  normalisePersonNumber('PP', 'E00000000'),
  normalisePlate('渝D00000'),
];

/** Crew belong to the conveyance, everybody else comes for the goods. */
const objectOf = (role: string | undefined): 'goods' | 'conveyance' => (role === 'crew' ? 'conveyance' : 'goods');

export const simulator: SimulatorDefinition = {
  name: { zh: '公安（模拟）', en: 'Public security (simulated)' },
  referenceIn: ({ bytes }) => sentScreening(bytes).reference,
  react: ({ bytes }, world) => {
    const screening = sentScreening(bytes);
    const { clientNumber, keyId = '', persons = [], vehicle, conveyance } = screening;
    const wanted = new Set(sought.map((text) => world.digest?.(text, keyId)));
    const found = new Set<'goods' | 'conveyance'>([
      ...persons.filter((one) => wanted.has(one.digest)).map((one) => objectOf(one.role)),
      ...(wanted.has(vehicle?.digest) && vehicle ? (['goods'] as const) : []),
      ...(wanted.has(conveyance?.digest) && conveyance ? (['conveyance'] as const) : []),
    ]);
    const answer = (afterMs: number, what: Pick<ScreeningAnswer, 'outcome' | 'text' | 'textEn' | 'object'>) => {
      const at = plusMs(world.now, afterMs);
      const serial = world.next();
      const screeningAnswer: ScreeningAnswer = {
        clientNumber,
        number: `GA-${sha256Hex(`${clientNumber} ${what.object ?? ''}`)
          .slice(0, 8)
          .toUpperCase()}`,
        sequence: Math.floor(Date.parse(at) / 1000) * 100 + (serial % 100),
        at,
        ...(what.outcome === 'hold' ? { legalBasis: '《中华人民共和国人民警察法》第九条' } : {}),
        ...what,
      };
      return {
        afterMs,
        message: {
          bytes: Buffer.from(JSON.stringify({ screeningAnswer })),
          contentType: 'application/json',
          fileName: `screening-${serial}.json`,
        },
      };
    };
    if (found.size === 0)
      return {
        status: 200,
        later: [answer(600, { outcome: 'clear', text: '未发现关注人员车辆', textEn: 'Nobody and nothing sought' })],
      };
    return {
      status: 200,
      later: [...found].map((object) =>
        answer(600, { outcome: 'hold', object, text: '关注对象，暂扣核查', textEn: 'Sought: held until checked' }),
      ),
    };
  },
};
