// What changed between two versions of a form, element by element (domain: amend and withdraw are first-class).
import type { Form, FormRow } from './contract.ts';

export type FormChange = { readonly path: string; readonly before?: string; readonly after?: string };

function flattenForm(form: Form): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [id, value] of Object.entries(form)) {
    if (typeof value === 'string') {
      if (value !== '') flat.set(id, value);
    } else {
      value.forEach((row: FormRow, i: number) => {
        for (const [element, text] of Object.entries(row)) if (text !== '') flat.set(`${id}[${i}].${element}`, text);
      });
    }
  }
  return flat;
}

export function compareForms(before: Form, after: Form): FormChange[] {
  const old = flattenForm(before);
  const fresh = flattenForm(after);
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return paths.flatMap((path) => {
    const from = old.get(path);
    const to = fresh.get(path);
    if (from === to) return [];
    return [{ path, ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) }];
  });
}
