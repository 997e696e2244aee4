// A form that somebody sends: clean, and refused by name where it has what no element takes. `stored`: the draft that it is to become.
import type { Form } from './contract.ts';
import { findUnknown } from './find-unknown.ts';
import { normaliseForm } from './normalise-form.ts';
import { refuse } from './refusals.ts';

export function takeForm(raw: { readonly [id: string]: unknown }, stored?: Form): Form {
  const { form, unknown } = normaliseForm(raw);
  const findings = findUnknown(raw, unknown, stored);
  if (findings[0]) throw refuse('FORM_ELEMENT_UNKNOWN', { ...findings[0].message, findings });
  return form;
}
