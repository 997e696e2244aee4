// Every text a person reads exists in Chinese and English (DEVELOPERS "How we work": bilingual errors).
export type Bilingual = { readonly zh: string; readonly en: string };

/** Replaces `{name}` in both languages; an absent value is shown as `–` so that a text never prints "undefined". */
export function fill(text: Bilingual, values: Readonly<Record<string, string | number | undefined>>): Bilingual {
  const put = (template: string) => template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '–'));
  return { zh: put(text.zh), en: put(text.en) };
}
