// Prefixes of XML namespaces while a document is read (Namespaces in XML 1.0): one table of what holds here, and what each element that declares
// has to put back when it ends, so that neither depth nor number of declarations makes a name dearer (R14).
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** An attribute as it is written. */
export type Written = { readonly prefix: string; readonly local: string; readonly value: string };
/** What a prefix was bound to outside; undefined where it was not. */
export type Undo = readonly (readonly [prefix: string, outside: string | undefined])[];

export const declares = ({ prefix, local }: Written): boolean =>
  prefix === 'xmlns' || (prefix === '' && local === 'xmlns');

export class Prefixes {
  readonly #bound = new Map<string, string>();
  /** Of names without a prefix; '' where they have none. */
  usual = '';

  /** Declares what the attributes of an element say; `wrong` is told a declaration that is reserved or empty. */
  declare(attributes: readonly Written[], wrong: (prefix: string) => never): Undo | undefined {
    let undo: [string, string | undefined][] | undefined;
    for (const attribute of attributes) {
      if (!declares(attribute)) continue;
      const { value } = attribute;
      const prefix = attribute.prefix === '' ? '' : attribute.local;
      const reserved = prefix === 'xmlns' || value === XMLNS || (prefix === 'xml') !== (value === XML);
      if (reserved || (prefix !== '' && value === '')) wrong(prefix);
      undo ??= [];
      undo.push([prefix, this.#bound.get(prefix)]);
      this.#bind(prefix, value);
    }
    return undo;
  }
  restore(undo: Undo): void {
    for (const [prefix, outside] of undo) this.#bind(prefix, outside);
  }
  lookUp(prefix: string): string | undefined {
    return prefix === 'xml' ? XML : this.#bound.get(prefix);
  }
  #bind(prefix: string, uri: string | undefined): void {
    if (uri === undefined) this.#bound.delete(prefix);
    else this.#bound.set(prefix, uri);
    if (prefix === '') this.usual = uri ?? '';
  }
}
