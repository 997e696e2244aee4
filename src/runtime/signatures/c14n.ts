// Canonical XML 1.0 and Exclusive XML Canonicalization 1.0 over our own tree (decision 0018): what is hashed is the very tree that the
// channels read, so there is no second parser to disagree with. Held to the vectors of W3C and to libxml2 by c14n.test.ts.
import type { XmlItem, XmlNode, XmlSources } from '../codec/xml-node.ts';

export type Canonicalization = {
  readonly exclusive: boolean;
  readonly comments: boolean;
  /** Of exclusive canonicalization: prefixes handled as if it were not (`''` is the default namespace). */
  readonly inclusivePrefixes?: readonly string[];
};
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const kinds: Readonly<Record<string, Canonicalization>> = {
  [C14N]: { exclusive: false, comments: false },
  [`${C14N}#WithComments`]: { exclusive: false, comments: true },
  [EXC_C14N]: { exclusive: true, comments: false },
  [`${EXC_C14N}WithComments`]: { exclusive: true, comments: true },
};
export const inclusiveUri = C14N;
export const canonicalizationOf = (uri: string): Canonicalization | undefined =>
  Object.hasOwn(kinds, uri) ? kinds[uri] : undefined;

/** Prefixes that hold at a place, innermost first; never copied. */
type Scope = { readonly own: ReadonlyMap<string, string>; readonly outer: Scope | undefined } | undefined;
const lookUp = (scope: Scope, prefix: string): string => {
  for (let at = scope; at; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found;
  }
  return '';
};
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const XML = 'http://www.w3.org/XML/1998/namespace';

/** The whole document, or one element of it with all that is inside; `omit` is left out. UTF-8. */
export function canonicalize(
  root: XmlNode,
  sources: XmlSources,
  how: Canonicalization,
  { apex, omit }: { readonly apex?: XmlNode; readonly omit?: XmlNode } = {},
): Buffer {
  const writer = new Writer(sources, how, omit);
  if (apex === undefined) {
    for (const item of sources.before) writer.around(item, '', '\n');
    writer.element(root, { scope: undefined, rendered: undefined });
    for (const item of sources.after) writer.around(item, '\n', '');
  } else {
    const path = pathTo(root, apex);
    if (!path) throw new RangeError('the element is not in this document');
    let scope: Scope;
    const inherited = new Map<string, string>();
    for (const outer of path) {
      const { declared, attributes } = sourceOf(sources, outer);
      if (declared.length > 0) scope = { own: new Map(declared), outer: scope };
      if (!how.exclusive)
        for (const { namespace, local, value } of attributes) if (namespace === XML) inherited.set(local, value);
    }
    writer.element(apex, { scope, rendered: undefined, apex: inherited });
  }
  return Buffer.from(writer.text(), 'utf-8');
}

const sourceOf = (sources: XmlSources, node: XmlNode) => {
  const found = sources.of.get(node);
  if (!found) throw new RangeError('the source of this element was not kept');
  return found;
};

/** The elements around it, outermost first. */
function pathTo(root: XmlNode, wanted: XmlNode): readonly XmlNode[] | undefined {
  if (root === wanted) return [];
  for (const child of root.children) {
    const below = pathTo(child, wanted);
    if (below) return [root, ...below];
  }
  return undefined;
}

type Place = {
  readonly scope: Scope;
  /** What has been written of it around. */
  readonly rendered: Scope;
  /** `xml:` attributes of the elements around the first element that is written. */
  readonly apex?: ReadonlyMap<string, string>;
};

class Writer {
  readonly #sources: XmlSources;
  readonly #how: Canonicalization;
  readonly #omit: XmlNode | undefined;
  readonly #parts: string[] = [];
  constructor(sources: XmlSources, how: Canonicalization, omit: XmlNode | undefined) {
    this.#sources = sources;
    this.#how = how;
    this.#omit = omit;
  }
  text(): string {
    return this.#parts.join('');
  }

  around(item: XmlItem, before: string, after: string): void {
    const written = this.#aside(item);
    if (written !== '') this.#parts.push(before, written, after);
  }
  #aside(item: XmlItem): string {
    if (typeof item === 'string' || 'children' in item) return '';
    if ('comment' in item) return this.#how.comments ? `<!--${item.comment}-->` : '';
    return `<?${item.target}${item.said === '' ? '' : ` ${item.said}`}?>`;
  }

  element(node: XmlNode, place: Place): void {
    const { prefix, declared, attributes, content } = sourceOf(this.#sources, node);
    const scope: Scope = declared.length > 0 ? { own: new Map(declared), outer: place.scope } : place.scope;
    const name = prefix === '' ? node.name : `${prefix}:${node.name}`;
    const namespaces = this.#namespaces(node, scope, place);
    const own = new Set(attributes.filter((a) => a.namespace === XML).map((a) => a.local));
    const all = [
      ...attributes,
      ...[...(place.apex ?? [])]
        .filter(([local]) => !own.has(local))
        .map(([local, value]) => ({ prefix: 'xml', local, namespace: XML, value })),
    ].sort((a, b) => byCodePoint(a.namespace, b.namespace) || byCodePoint(a.local, b.local));
    this.#parts.push(
      `<${name}`,
      ...namespaces.map(([p, uri]) => ` xmlns${p === '' ? '' : `:${p}`}="${escapeAttribute(uri)}"`),
      ...all.map((a) => ` ${a.prefix === '' ? a.local : `${a.prefix}:${a.local}`}="${escapeAttribute(a.value)}"`),
      '>',
    );
    const rendered: Scope =
      namespaces.length > 0 ? { own: new Map(namespaces), outer: place.rendered } : place.rendered;
    for (const item of content) {
      if (typeof item === 'string') this.#parts.push(escapeText(item));
      else if ('children' in item) {
        if (item !== this.#omit) this.element(item, { scope, rendered });
      } else this.#parts.push(this.#aside(item));
    }
    this.#parts.push(`</${name}>`);
  }

  /** What is declared here in the canonical form, sorted by prefix. */
  #namespaces(node: XmlNode, scope: Scope, place: Place): (readonly [prefix: string, uri: string])[] {
    const { prefix, declared, attributes } = sourceOf(this.#sources, node);
    const wanted = new Set<string>();
    if (this.#how.exclusive) {
      wanted.add(prefix);
      for (const a of attributes) if (a.prefix !== '') wanted.add(a.prefix);
      for (const p of this.#how.inclusivePrefixes ?? []) wanted.add(p);
    } else if (place.apex) for (let at = scope; at; at = at.outer) for (const p of at.own.keys()) wanted.add(p);
    else for (const [p] of declared) wanted.add(p);
    wanted.delete('xml');
    return [...wanted]
      .map((p) => [p, lookUp(scope, p)] as const)
      .filter(([p, uri]) => uri !== lookUp(place.rendered, p))
      .sort(([a], [b]) => byCodePoint(a, b));
  }
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
const escapeAttribute = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#x9;')
    .replace(/\n/g, '&#xA;')
    .replace(/\r/g, '&#xD;');
