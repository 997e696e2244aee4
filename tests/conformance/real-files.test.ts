// The partners' real files, read where they lie: each is recognised by exactly one channel and read into the facts it states,
// or is listed with the reason why nobody reads it; and whatever is done to its bytes, a channel reads it or says cleanly
// that it cannot.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { channels } from '../../src/channels/index.ts';
import type { InboundFact } from '../../src/hub/mapping/contract.ts';
import { UnreadableMessage } from '../../src/runtime/codec/unreadable.ts';

const root = process.env.PORTICO_SAMPLES ?? '../shared/samples';
const skip = existsSync(root) ? false : `no samples at ${root}`;
const folders = ['manifest', 'rail-yard', 'edifact', 'goods-declaration', 'port-flatfile'];

type Expected = { readonly channel: string; readonly format: string; readonly facts: readonly Partial<InboundFact>[] };
const read: Readonly<Record<string, Expected>> = {
  'manifest/CN_MFT_MT2101A_201909271807563265.xml': {
    channel: 'carrier',
    format: 'MT2101A',
    facts: [{ fact: 'manifested', conveyance: 'UN9469560', voyage: 'FT939W' }],
  },
  'manifest/MT3101_export_arrival_with_MFTHead.xml': {
    channel: 'carrier',
    format: 'MT3101',
    facts: [{ fact: 'arrived' }],
  },
  'rail-yard/WLJK_IRTA_import_tally.xml': {
    channel: 'railway-yard',
    format: 'WLJK_IRTA',
    facts: [
      {
        fact: 'arrived',
        place: 'CNSZG230303/2303',
        arrivedAt: '2019-09-09T16:00:00.000Z',
        bill: 'AGB14524',
        containers: ['TCKU3125044'],
      },
    ],
  },
  'edifact/CODECO_D95B_gate_in.edi': {
    channel: 'port-terminal',
    format: 'CODECO 34',
    facts: [
      { fact: 'moved', movement: 'gate-in', at: '2017-01-02T00:00:00.000Z', container: 'CBHU1234567' },
      { fact: 'arrived', place: 'ITPIALOMA', arrivedAt: '2017-01-02T00:00:00.000Z', containers: ['CBHU1234567'] },
    ],
  },
  'port-flatfile/BAPLIE_numeric_bayplan.txt': {
    channel: 'port-terminal',
    format: 'BAPLIE 平台文件',
    facts: [
      {
        fact: 'stowed',
        conveyance: 'TMPZ',
        voyage: '2020W',
        positions: [
          { container: 'DWSU3001375', position: '0010282', loadPort: 'KRPTK', dischargePort: 'CNSHA' },
          { container: 'RFXU1234567', position: '0020184', loadPort: 'KRPTK', dischargePort: 'CNSHA' },
        ],
      },
    ],
  },
  'port-flatfile/IFCSUM_numeric_manifest.txt': {
    channel: 'port-terminal',
    format: 'IFCSUM 平台文件',
    facts: [
      {
        fact: 'manifested',
        conveyance: 'HOAG',
        voyage: 'R079E',
        bills: [
          { bill: 'BL001', containers: ['CICU8421595'], packages: '88', grossMassKg: '5430' },
          { bill: 'BL002', containers: ['CICU8421595', 'TEST1234567'], packages: '89', grossMassKg: '1000' },
        ],
      },
    ],
  },
};
const unread: Readonly<Record<string, { readonly channel?: string; readonly why: string }>> = {
  'edifact/BAPLIE_D95B_real_snapshot.edi': {
    channel: 'port-terminal',
    why: 'cut before its end; read below once it has one',
  },
  'edifact/COPARN_D95B_booking.edi': {
    channel: 'port-terminal',
    why: 'an order of ours to the terminal, not an answer',
  },
  'edifact/COPARN_D95B_release.edi': {
    channel: 'port-terminal',
    why: 'an order of ours to the terminal, not an answer',
  },
  'goods-declaration/dec_import_interface_fields.csv': { why: 'a table about the format, not a message' },
};
/** Proven in src/channels/customs/customs.conformance.test.ts. */
const customs = /^goods-declaration\/(DecMessage|Successed|Failed|Receipt)_/;

/** A channel that was taken out reads nothing. */
const isPlugged = (id: string): boolean => channels.some((c) => c.id === id);
const bytesOf = (file: string) => ({ bytes: readFileSync(path.join(root, file)) });
const files = skip ? [] : folders.flatMap((f) => readdirSync(path.join(root, f)).map((name) => `${f}/${name}`));

test('[N1][N10][N11] every real file is read by a test here, or listed with the reason why not', { skip }, () => {
  const listed = new Set([...Object.keys(read), ...Object.keys(unread)]);
  assert.deepEqual(
    files.filter((f) => !listed.has(f) && !customs.test(f)),
    [],
  );
  assert.deepEqual(
    [...listed].filter((f) => !files.includes(f)),
    [],
  );
});

test('[P12] every real file is recognised by its content as at most one channel’s', { skip }, () => {
  for (const file of files) {
    const by = channels.filter((c) => c.recognises(bytesOf(file))).map((c) => c.id);
    const wanted = customs.test(file) ? 'customs' : (read[file]?.channel ?? unread[file]?.channel);
    assert.deepEqual(by, wanted && isPlugged(wanted) ? [wanted] : [], file);
  }
});

for (const [file, expected] of Object.entries(read))
  test(`[N10][N11] ${file} says what it says`, {
    skip: skip || (isPlugged(expected.channel) ? false : `${expected.channel} is not plugged in`),
  }, () => {
    const channel = channels.find((c) => c.id === expected.channel);
    const told = channel?.interpret(bytesOf(file));
    assert.ok(told?.partnerMessageId);
    assert.equal(told.format, expected.format);
    assert.equal(told.facts.length, expected.facts.length);
    for (const [i, fact] of expected.facts.entries())
      assert.deepEqual({ ...told.facts[i], ...fact }, told.facts[i], `fact ${i} of ${file}`);
  });

test('[N11] the manifest’s bills are those an independent look at the text finds', {
  skip: skip || (isPlugged('carrier') ? false : 'carrier is not plugged in'),
}, () => {
  const file = 'manifest/CN_MFT_MT2101A_201909271807563265.xml';
  const text = bytesOf(file)
    .bytes.toString('utf-8')
    .replace(/<!--.*?-->/gs, '');
  const told = channels.find((c) => c.id === 'carrier')?.interpret(bytesOf(file)).facts[0];
  assert.ok(told?.fact === 'manifested');
  // The item names its container again.
  const equipment = [...new Set([...text.matchAll(/<EquipmentIdentification>\s*<ID>([^<]+)<\/ID>/g)].map((m) => m[1]))];
  assert.deepEqual(
    told.bills.flatMap((b) => b.containers),
    equipment,
  );
  assert.equal(told.bills[0]?.packages, /<QuantityQuantity>(\d+)</.exec(text)?.[1]);
  assert.equal(told.bills[0]?.grossMassKg, /<TotalGrossMassMeasure>([\d.]+)</.exec(text)?.[1]);
});

test('[N10] the real bay plan, given the end it lacks, says where each of its boxes stands', {
  skip: skip || (isPlugged('port-terminal') ? false : 'port-terminal is not plugged in'),
}, () => {
  const text = bytesOf('edifact/BAPLIE_D95B_real_snapshot.edi').bytes.toString('utf-8').trimEnd();
  const count = text.split("'").length - 1;
  const told = channels
    .find((c) => c.id === 'port-terminal')
    ?.interpret({ bytes: Buffer.from(`${text}\nUNT+${count}+1'\nUNZ+1+0'\n`) }).facts[0];
  assert.ok(told?.fact === 'stowed');
  // An independent look: the cell before each box.
  const cells = [...text.matchAll(/LOC\+147\+(\d+)[\s\S]*?EQD\+CN\+(\w+)/g)].map(([, position, container]) => ({
    container,
    position,
  }));
  assert.deepEqual(
    told.positions.map(({ container, position }) => ({ container, position })),
    cells,
  );
  assert.ok(cells.length > 2);
});

test('[P3] what a channel is not made for ends as unreadable, with the reason in both languages', { skip }, () => {
  for (const [file, { channel }] of Object.entries(unread)) {
    const owner = channels.find((c) => c.id === channel);
    if (owner) assert.throws(() => owner.interpret(bytesOf(file)), UnreadableMessage, file);
  }
});

test('[P3] cut, doubled or changed bytes are read or cleanly refused by every channel, and never end otherwise', {
  skip,
}, () => {
  const texts = [...Object.keys(read), ...files.filter((f) => customs.test(f))].map((f) => bytesOf(f).bytes);
  const hostile = fc.oneof(
    fc
      .constantFrom(...texts)
      .chain((bytes) =>
        fc
          .record({ at: fc.nat(bytes.length - 1), cut: fc.nat(200), put: fc.uint8Array({ maxLength: 40 }) })
          .map(({ at, cut, put }) =>
            Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(Math.min(bytes.length, at + cut))]),
          ),
      ),
    fc.uint8Array({ maxLength: 300 }).map((b) => Buffer.from(b)),
    fc.constantFrom(
      Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><MESSAGE>&b;</MESSAGE>'),
      Buffer.from(`<MESSAGE>${'<a>'.repeat(20_000)}`),
      Buffer.from(`UNB+UNOA:2+A+B+190130:2101+1'${'EQD+CN+X'.repeat(5000)}`),
      Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x4d, 0x00]),
      Buffer.from('{"__proto__":{"licenceVerdict":1},"licenceVerdict":null}'),
      Buffer.from('FSU/12\n'),
    ),
  );
  fc.assert(
    fc.property(hostile, (bytes) => {
      for (const channel of channels)
        try {
          if (channel.recognises({ bytes })) assert.ok(Array.isArray(channel.interpret({ bytes }).facts));
        } catch (error) {
          if (!(error instanceof UnreadableMessage)) throw error;
          assert.ok(error.reason.zh !== '' && error.reason.en !== '');
        }
    }),
    { numRuns: 600 },
  );
});
