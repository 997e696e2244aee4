// What a form can be found by in the library: everything typed into it, by element, each text once (P2).
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Form } from './contract.ts';
import { elementById } from './elements.ts';

/** Codes and marks of one character would be found everywhere and mean nothing. */
const LEAST_CHARACTERS = 2;
const silent = new Set(['direction', 'carriedPath', 'carriedContent', 'signatureText']);

export function textsOfForm(form: Form): { label: Bilingual; text: string }[] {
  const seen = new Set<string>();
  const texts: { label: Bilingual; text: string }[] = [];
  const add = (id: string, text: string) => {
    if (text.length < LEAST_CHARACTERS || silent.has(id) || seen.has(text)) return;
    seen.add(text);
    texts.push({ label: elementById(id)?.label ?? { zh: id, en: id }, text });
  };
  for (const [id, value] of Object.entries(form))
    if (typeof value === 'string') add(id, value);
    else for (const row of value) for (const [element, text] of Object.entries(row)) add(element, text);
  return texts;
}
