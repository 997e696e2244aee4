// The envelope of what goes to the bonded area system, as the import messages of the single window's client have it; also its own spelling of the
// mark of declaration (DelcareFlag: 1 declares, 0 only keeps).
import type { EncodedDocument, MappedField } from '../../hub/mapping/contract.ts';
import { encodeText } from '../../runtime/codec/charset.ts';
import { writeXml, type XmlPart } from '../../runtime/codec/xml.ts';

type Package = {
  readonly type: 'INV101' | 'SAS121';
  /** Ours, of the document. */
  readonly number: string;
  readonly reference: string;
  readonly body: XmlPart;
};

export function writePackage({ type, number, reference, body }: Package): EncodedDocument {
  const suffix = type.slice(0, 3);
  const xml = writeXml(
    [
      'Signature',
      [
        [
          'Object',
          [
            [
              'Package',
              [
                [
                  'EnvelopInfo',
                  [
                    ['version', '1.0'],
                    ['message_id', number],
                    ['file_name', `${number}.${suffix}`],
                    ['message_type', type],
                  ],
                ],
                ['DataInfo', [['BussinessData', [['DelcareFlag', '1'], body]]]],
                ['Reference', reference],
              ],
            ],
          ],
        ],
      ],
    ],
    'GB18030',
  );
  return {
    bytes: encodeText(xml, 'gb18030'),
    mediaType: 'application/xml',
    charset: 'gb18030',
    fileName: `${number}.${suffix}.xml`,
  };
}

export const valueAt = (mapped: readonly MappedField[], target: string): string =>
  mapped.find((f) => f.target === target)?.value ?? '';
export const leafOf = (f: MappedField): XmlPart => [f.target.split('/').at(-1) ?? '', f.value];
/** Repeated parts, row by row. */
export function rowsOf(mapped: readonly MappedField[], name: string): MappedField[][] {
  const rows: MappedField[][] = [];
  for (const f of mapped)
    if (f.each !== undefined && f.target.startsWith(`${name}/`)) (rows[f.row ?? 0] ??= []).push(f);
  return rows.filter(Boolean);
}
