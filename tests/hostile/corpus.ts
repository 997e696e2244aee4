// Documents made to do harm, per format, and the code each is refused with (R14). Every one is made here from a few lines; none is
// a real message. `read: true`: harmless once read as what it says, and must stay readable.
import { deflateRawSync } from 'node:zlib';

export type Hostile = {
  readonly name: string;
  readonly format: 'xml' | 'json' | 'edifact' | 'csv' | 'xlsx';
  readonly bytes: () => Uint8Array;
} & ({ readonly code: string } | { readonly read: true });

const text = (value: string) => () => Buffer.from(value, 'utf-8');
const doctype = (inner: string, body = '<a>&x;</a>') => text(`<?xml version="1.0"?><!DOCTYPE a ${inner}>${body}`);
const refused = 'FORBIDDEN_CONSTRUCT';
const utf16 = (value: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(value, 'utf16le')]);

const xml: readonly Hostile[] = (
  [
    ['file entity', doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]'), refused],
    ['http entity', doctype('[<!ENTITY x SYSTEM "http://127.0.0.1:1/x">]'), refused],
    ['parameter entity', doctype('[<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]'), refused],
    ['external DTD', doctype('SYSTEM "http://127.0.0.1:1/x.dtd"', '<a/>'), refused],
    [
      'billion laughs',
      doctype(
        `[<!ENTITY x0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY x${i + 1} "&x${i};&x${i};">`).join('')}<!ENTITY x "&x30;">]`,
      ),
      refused,
    ],
    ['quadratic blow-up', doctype(`[<!ENTITY x "${'x'.repeat(50_000)}">]`, `<a>${'&x;'.repeat(50_000)}</a>`), refused],
    ['DTD in other case', text('<!doctype a []><a/>'), refused],
    ['entity nobody declared', text('<a>&passwd;</a>'), 'NOT_WELL_FORMED'],
    [
      'XInclude',
      text('<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></a>'),
      undefined,
    ],
    ['depth bomb', text('<a>'.repeat(300_000)), 'TOO_DEEP'],
    ['depth bomb that closes', text('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), 'TOO_DEEP'],
    ['100,000 attributes', text(`<a ${Array.from({ length: 100_000 }, (_, i) => `b${i}=""`).join(' ')}/>`), 'TOO_MANY'],
    [
      '100,000 namespaces',
      text(`<a ${Array.from({ length: 100_000 }, (_, i) => `xmlns:b${i}="u"`).join(' ')}/>`),
      'TOO_MANY',
    ],
    [
      'namespaces at every depth',
      text(`${Array.from({ length: 63 }, (_, i) => `<a xmlns:p${i}="u">`).join('')}${'<b/>'.repeat(90_000)}`),
      'NOT_WELL_FORMED',
    ],
    ['a million elements', text(`<a>${'<b/>'.repeat(1_000_000)}</a>`), 'TOO_MANY'],
    ['5 MB of text', text(`<a>${'x'.repeat(5_000_000)}</a>`), 'TOO_LARGE'],
    ['attribute without end', text(`<a b="${'x'.repeat(3_000_000)}`), 'NOT_WELL_FORMED'],
    ['comment without end', text(`<a><!--${'- '.repeat(1_500_000)}`), 'NOT_WELL_FORMED'],
    ['a million open brackets', text('<'.repeat(1_000_000)), 'NOT_WELL_FORMED'],
    ['ampersands', text(`<a>${'&'.repeat(1_000_000)}</a>`), 'NOT_WELL_FORMED'],
    ['white space in a tag', text(`<a${' '.repeat(3_000_000)}`), 'NOT_WELL_FORMED'],
    ['declaration without end', text(`<?xml ${' '.repeat(3_000_000)}`), 'NOT_WELL_FORMED'],
    ['NUL', text('<a>\0</a>'), 'BAD_CHARACTERS'],
    ['NUL by number', text('<a>&#0;</a>'), 'NOT_WELL_FORMED'],
    ['half a surrogate pair by number', text('<a>&#xD800;</a>'), 'NOT_WELL_FORMED'],
    ['overlong UTF-8', () => Buffer.from([0x3c, 0x61, 0x3e, 0xc0, 0xbc, 0x3c, 0x2f, 0x61, 0x3e]), 'BAD_CHARACTERS'],
    ['cut UTF-8', () => Buffer.from([0x3c, 0x61, 0x3e, 0xe4, 0xb8]), 'BAD_CHARACTERS'],
    ['UTF-7 declared', text('<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'), 'NOT_WELL_FORMED'],
    [
      'UTF-16 with a DTD inside',
      () => utf16('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      'BAD_CHARACTERS',
    ],
    ['UTF-16 declared in UTF-8', text('<?xml version="1.0" encoding="UTF-16"?><a>一</a>'), undefined],
    ['two roots', text('<a/><a/>'), 'NOT_WELL_FORMED'],
    ['attribute twice', text('<a b="1" b="2"/>'), 'NOT_WELL_FORMED'],
    ['attribute twice by namespace', text('<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>'), 'NOT_WELL_FORMED'],
    ['element named __proto__', text('<__proto__><constructor>x</constructor></__proto__>'), undefined],
  ] as const
).map(([name, bytes, code]) => ({ name, format: 'xml', bytes, ...(code ? { code } : { read: true as const }) }));

const json: readonly Hostile[] = (
  [
    ['__proto__', text('{"licenceVerdict":{"__proto__":{"admin":true}}}'), refused],
    ['__proto__ escaped', text('{"\\u005f_proto__":{"admin":true}}'), refused],
    ['a million brackets', text('['.repeat(1_000_000)), 'TOO_DEEP'],
    ['deep and closed', text(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`), 'TOO_DEEP'],
    ['brackets in a string', text(`{"a":"${'['.repeat(1000)}"}`), undefined],
    ['a number of a million digits', text(`{"a":${'9'.repeat(1_000_000)}}`), undefined],
    ['a string without end', text(`{"a":"${'\\"'.repeat(1_000_000)}`), 'NOT_WELL_FORMED'],
    ['bad UTF-8', () => Buffer.from([0x22, 0xff, 0x22]), 'BAD_CHARACTERS'],
    ['5 MB', text(`"${'x'.repeat(5_000_000)}"`), 'TOO_LARGE'],
    ['nothing', text(''), 'NOT_WELL_FORMED'],
  ] as const
).map(([name, bytes, code]) => ({ name, format: 'json', bytes, ...(code ? { code } : { read: true as const }) }));

const edifact: readonly Hostile[] = (
  [
    ['UNA all the same', text("UNA''''''UNB+UNOA:1'"), refused],
    ['UNA of letters', text('UNAABCDEFUNB'), refused],
    ['UNA cut short', text('UNA:+'), refused],
    ['release at the end', text("UNB+a?'"), 'NOT_WELL_FORMED'],
    ['a million releases', text(`UNB+${'?'.repeat(1_000_001)}`), 'NOT_WELL_FORMED'],
    ['a million elements', text(`UNB${'+'.repeat(1_000_000)}'`), 'TOO_MANY'],
    ['a million components', text(`UNB+${':'.repeat(1_000_000)}'`), 'TOO_MANY'],
    ['a million segments', text(`UNB+a'${"X'".repeat(1_000_000)}`), 'TOO_MANY'],
    ['no end', text(`UNB+${'x'.repeat(3_000_000)}`), 'NOT_WELL_FORMED'],
    ['counts that lie', text("UNB+UNOA:1'UNH+1+CODECO'UNT+99999999999999999999+1'UNZ+1+1'"), 'NOT_WELL_FORMED'],
  ] as const
).map(([name, bytes, code]) => ({ name, format: 'edifact', bytes, code }));

const csv: readonly Hostile[] = (
  [
    ['formula', text('a,b\n"=HYPERLINK(""http://127.0.0.1/""&A1)",+1+1\n'), undefined],
    ['quote without end', text(`a,"${'x'.repeat(3_000_000)}`), 'TOO_LARGE'],
    ['a million rows', text('a\n'.repeat(1_000_000)), 'TOO_MANY'],
    ['a hundred thousand columns', text(','.repeat(100_000)), 'TOO_MANY'],
    ['a million columns', text(','.repeat(1_000_000)), 'TOO_MANY'],
    ['bad in every charset', () => Buffer.from([0x61, 0xff, 0xff, 0xff, 0x0a]), 'BAD_CHARACTERS'],
    ['5 MB', text('a,'.repeat(2_500_001)), 'TOO_LARGE'],
  ] as const
).map(([name, bytes, code]) => ({ name, format: 'csv', bytes, ...(code ? { code } : { read: true as const }) }));

type Entry = {
  readonly name: string;
  readonly content: Uint8Array;
  readonly claims?: number;
  readonly packed?: Buffer;
};
/** A zip archive by hand, so that it can lie. */
function zip(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = content.length, packed = deflateRawSync(content) } of entries) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const more = Buffer.alloc(18);
    more.writeUInt32LE(offset, 14);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\0'),
        head.subarray(0, 24),
        head.subarray(24),
        more.subarray(4),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
const sheet = (content: Uint8Array, claims?: number): Entry[] => [
  {
    name: '[Content_Types].xml',
    content: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  },
  { name: 'xl/worksheets/sheet1.xml', content, ...(claims === undefined ? {} : { claims }) },
];
/** Packed once: it takes longer than all that is done with it. */
const packedBlanks = new Map<number, Buffer>();
function blanks(size: number, claims = size): Entry[] {
  const packed = packedBlanks.get(size) ?? deflateRawSync(Buffer.alloc(size, 0x20));
  packedBlanks.set(size, packed);
  return sheet(Buffer.alloc(0), claims).map((entry) => (entry.content.length === 0 ? { ...entry, packed } : entry));
}
const workbook: Entry = {
  name: 'xl/workbook.xml',
  content: Buffer.from('<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'),
};
const xlsx: readonly Hostile[] = (
  [
    ['zip bomb that says so', () => zip(blanks(200_000_000)), 'TOO_LARGE'],
    ['zip bomb that lies', () => zip([...blanks(200_000_000, 100), workbook]), 'NOT_WELL_FORMED'],
    [
      'ten thousand files',
      () => zip(Array.from({ length: 10_000 }, (_, i) => ({ name: `${i}`, content: Buffer.alloc(0) }))),
      'TOO_MANY',
    ],
    [
      'zip slip',
      () =>
        zip([...sheet(Buffer.from('<x/>')), { name: '../../../../tmp/portico-slipped', content: Buffer.from('x') }]),
      refused,
    ],
    [
      'a zip in a zip',
      () => zip([{ name: 'xl/embeddings/inner.zip', content: zip(sheet(Buffer.alloc(1_000_000))) }]),
      refused,
    ],
    [
      'DTD in a sheet',
      () => zip(sheet(Buffer.from('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'))),
      'NOT_WELL_FORMED',
    ],
    [
      'DTD in the sheet of a workbook',
      () =>
        zip([
          ...sheet(Buffer.from(`${' '.repeat(20_000)}<!DOCTYPE a [<!ENTITY x "y">]><worksheet>&x;</worksheet>`)),
          workbook,
        ]),
      'NOT_WELL_FORMED',
    ],
    ['no workbook', () => zip(sheet(Buffer.from('<worksheet/>'))), 'NOT_WELL_FORMED'],
    ['zip bomb below the limit that says so', () => zip([...blanks(60_000_000), workbook]), 'TOO_LARGE'],
    [
      'directory that points nowhere',
      () =>
        Buffer.concat([
          Buffer.from('PK\x03\x04'),
          Buffer.alloc(40, 0xff),
          Buffer.from('PK\x05\x06'),
          Buffer.alloc(18, 0xff),
        ]),
      'TOO_MANY',
    ],
    ['cut short', () => zip(sheet(Buffer.from('<x/>'))).subarray(0, 60), 'NOT_WELL_FORMED'],
  ] as const
).map(([name, bytes, code]) => ({ name, format: 'xlsx', bytes, code }));

export const corpus: readonly Hostile[] = [...xml, ...json, ...edifact, ...csv, ...xlsx];
