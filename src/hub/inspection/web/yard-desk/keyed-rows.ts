// Rows that are edited in place keep their place on the page, whatever is changed in them.
import { useState } from 'react';

export type Keyed<T> = { readonly key: string; readonly row: T };

export function useKeyedRows<T>(initial: readonly T[]) {
  const [rows, setRows] = useState<readonly Keyed<T>[]>(() => initial.map(keyed));
  return {
    rows,
    set: (key: string, row: T) => setRows(rows.map((one) => (one.key === key ? { key, row } : one))),
    add: (row: T) => setRows([...rows, keyed(row)]),
    remove: (key: string) => setRows(rows.filter((one) => one.key !== key)),
  };
}
const keyed = <T>(row: T): Keyed<T> => ({ key: crypto.randomUUID(), row });
