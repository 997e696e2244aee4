// The far end of the foreign exchange administration for demo and tests: verifies the data, says where the enterprise stands, and decides on
// applications for the directory.
import type { InboundBytes, SimulatorDefinition, SimulatorWorld } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { partnerDay, plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { Application, Directory, ForexMessage, Verification } from './map-inbound.ts';

type Sent = {
  readonly clientNumber: string;
  readonly reference?: string;
  readonly uscc?: string;
  readonly kind?: string;
  readonly version?: string;
};
const sentIn = (bytes: Uint8Array): Sent =>
  Object.values(JSON.parse(decodeText(bytes, 'utf-8')) as Record<string, Sent>)[0] ?? { clientNumber: '' };
const STEP_MS = 2000;

export const simulator: SimulatorDefinition = {
  name: { zh: '外汇管理（模拟）', en: 'Foreign exchange administration (simulated)' },
  referenceIn: ({ bytes }) => sentIn(bytes).reference,
  react: ({ bytes, kind, scenario }, world) => {
    const sent = sentIn(bytes);
    const said =
      kind === 'forex.directory-application'
        ? decideOn(sent, scenario, world)
        : [verify(sent, { kind, scenario }, world)];
    return {
      status: 200,
      later: said.map((message, i) => ({ afterMs: STEP_MS * (i + 1), message: write(world, message, i) })),
    };
  },
};

function write(world: SimulatorWorld, said: Omit<ForexMessage, 'messageId' | 'at'>, step: number): InboundBytes {
  const serial = world.next();
  const number = said.verification?.number ?? said.application?.clientNumber ?? '';
  const forexMessage: ForexMessage = {
    messageId: `FX${serial}-${number}`,
    at: plusMs(world.now, STEP_MS * (step + 1)),
    ...said,
  };
  return {
    bytes: Buffer.from(JSON.stringify({ forexMessage })),
    contentType: 'application/json',
    fileName: `forex-${serial}.json`,
  };
}

const inMemory = (uscc: string): string => `directory/${uscc}`;
const entryOf = (uscc: string, grade: Directory['grade'], state: Directory['state']): Directory => ({
  uscc,
  number: `ML${uscc.slice(-9)}`,
  grade,
  state,
  ...(state === 'registered' ? { validTo: '2027-12-31' } : {}),
});

function verify(
  { clientNumber, uscc = '' }: Sent,
  { kind, scenario }: { readonly kind: string; readonly scenario: string },
  world: SimulatorWorld,
): Omit<ForexMessage, 'messageId' | 'at'> {
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
  const grade = world.memory.get(inMemory(uscc)) ?? 'A';
  // Who was taken out of the directory is not said to stand in it.
  return uscc === '' || grade === 'ended'
    ? { verification }
    : { verification, directory: entryOf(uscc, grade as Directory['grade'], 'registered') };
}

/** Accepted, then decided; `LISTBACK` sends the first version back. */
function decideOn(
  { clientNumber, uscc = '', kind, version }: Sent,
  scenario: string,
  world: SimulatorWorld,
): Omit<ForexMessage, 'messageId' | 'at'>[] {
  const number = `SL${sha256Hex(clientNumber).slice(0, 10).toUpperCase()}`;
  const say = (result: Application['result'], text: string, textEn: string, more: Partial<Application> = {}) => ({
    clientNumber,
    number,
    result,
    text,
    textEn,
    ...more,
  });
  const accepted = { application: say('accepted', '名录申请已受理', 'The application is accepted for examination') };
  if (scenario === 'LISTBACK' && version === '1')
    return [
      {
        application: say('returned', '联系电话无法接通，请更正', 'Nobody answers the telephone given: correct it', {
          field: 'contact/phone',
        }),
      },
    ];
  if (scenario === 'LISTNO')
    return [
      accepted,
      {
        application: say(
          'refused',
          '提交的登记信息与工商登记不符',
          'What is filled in differs from the market register',
        ),
      },
    ];
  const grade = scenario === 'LISTB' ? 'B' : 'A';
  const ends = kind === 'cancel';
  world.memory.set(inMemory(uscc), ends ? 'ended' : grade);
  return [
    accepted,
    {
      application: say(
        'approved',
        ends ? '已从名录注销' : `已列入名录，${grade} 类`,
        ends ? 'Taken out of the directory' : `Listed in the directory, class ${grade}`,
        { effectiveOn: partnerDay(world.now) },
      ),
      directory: entryOf(uscc, grade, ends ? 'ended' : 'registered'),
    },
  ];
}
