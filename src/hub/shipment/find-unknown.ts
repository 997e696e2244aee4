// What stands in a form from outside that no element takes (P10): it is refused at every door by the same words and nothing of it is dropped unsaid.
// What a stored draft has had from a time when the element was there is let through as it was: its trader did not type it now. Pure.
import type { Finding } from '../../kernel/finding.ts';
import type { Form } from './contract.ts';
import { finding } from './rule.ts';

const MOST = 50;
type Raw = { readonly [id: string]: unknown };

/** `unknown`: the paths that `normaliseForm` could not take. */
export const findUnknown = (raw: Raw, unknown: readonly string[], stored: Form = {}): Finding[] =>
  unknown
    .filter((path) => saysSomething(valueAt(raw, path)) && !isSame(valueAt(raw, path), valueAt(stored, path)))
    .slice(0, MOST)
    .map((path) => {
      const value = valueAt(raw, path);
      const [said, name] = [textOfValue(value), path.slice(0, 200)];
      return finding('element-known', name, {
        value: said,
        message: {
          zh: `表单没有可填“${said.slice(0, 60)}”的元素“${name.slice(0, 60)}”`,
          en: `The form has no element "${name.slice(0, 60)}" that could take "${said.slice(0, 60)}"`,
        },
        remedy: {
          zh: '未保存任何内容；元素代码见 GET /elements，值一律为文字；请改用正确的代码或去掉该项',
          en: 'Nothing of it was kept; ids are in GET /elements and every value is text: name the right one or leave it out',
        },
      });
    });

/** By the paths of findings: an id, or `group[row].id`. */
function valueAt(raw: Raw, path: string): unknown {
  const place = /\[(\d{1,6})\]\./.exec(path);
  const group = path.slice(0, place?.index ?? 0);
  const row = place?.[1] ?? '';
  const id = place ? path.slice(place.index + place[0].length) : '';
  if (group === '' || !Object.hasOwn(raw, group)) return Object.hasOwn(raw, path) ? raw[path] : undefined;
  const rows = raw[group];
  const one: unknown = Array.isArray(rows) ? rows[Number(row)] : undefined;
  return typeof one === 'object' && one !== null && Object.hasOwn(one, id) ? (one as Raw)[id] : undefined;
}
const saysSomething = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
const isSame = (a: unknown, b: unknown): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b);
const textOfValue = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .toWellFormed()
    .replaceAll('\u0000', '')
    .slice(0, 200);
