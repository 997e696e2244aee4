// A mapping table written as JSON, for partners without a public format: `a/b` is a field of object `a`, or of each of its rows.
import { encodeText } from '../../runtime/codec/charset.ts';
import type { EncodedDocument, MappedField } from './contract.ts';

const objectAt = (body: Record<string, unknown>, name: string) => (body[name] ??= {}) as Record<string, string>;
const rowsAt = (body: Record<string, unknown>, name: string) => (body[name] ??= []) as Record<string, string>[];

/** `constants` stand before the mapped fields: what is the same in every message. */
export function encodeJson(
  root: string,
  fileName: string,
  constants: Readonly<Record<string, string>> = {},
): (fields: readonly MappedField[]) => EncodedDocument {
  return (fields) => {
    const body: Record<string, unknown> = { ...constants };
    for (const { target, value, each, row } of fields) {
      const [name = '', part] = target.split('/');
      if (part === undefined) body[name] = value;
      else if (each === undefined) objectAt(body, name)[part] = value;
      else {
        const rows = rowsAt(body, name);
        (rows[row ?? 0] ??= {})[part] = value;
      }
    }
    return {
      bytes: encodeText(JSON.stringify({ [root]: body }, null, 1), 'utf-8'),
      mediaType: 'application/json',
      charset: 'utf-8',
      fileName: `${fileName}.json`,
    };
  };
}
