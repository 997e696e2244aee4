// Mapped fields looked up by their target, for bodies that are written as JSON trees (N11). Pure.
import type { EncodedDocument, MappedField } from '../../hub/mapping/contract.ts';

export const lookUp = (fields: readonly MappedField[]) => ({
  one: (target: string): string => fields.find((f) => f.target === target && f.row === undefined)?.value ?? '',
  column: (target: string): MappedField[] =>
    fields.filter((f) => f.target === target && f.row !== undefined && f.value !== ''),
  cell: (target: string, row: number | undefined): string =>
    fields.find((f) => f.target === target && f.row === row)?.value ?? '',
});

export const jsonDocument = (name: string, body: unknown): EncodedDocument => ({
  bytes: Buffer.from(JSON.stringify(body, null, 1), 'utf-8'),
  mediaType: 'application/json',
  charset: 'utf-8',
  fileName: `${name}.json`,
});
