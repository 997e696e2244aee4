// XML from outside as a plain tree, tolerant of namespaces (formats §9.7). One pass over the text, no recursion, every limit checked
// before the memory is taken; there are no DTDs, no entities but the five, no files and no network to be talked into (R14).
// Held to expat and libxml2 by tests/hostile/xml-differential.test.ts.
import { decodeText } from './charset.ts';
import { UnreadableMessage } from './unreadable.ts';

export type XmlNode = {
  readonly name: string;
  readonly namespace?: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** All character data directly inside, in order. */
  readonly text: string;
};
/** What the tree of values leaves out and a signature covers: prefixes, declarations, and everything inside in order. */
export type XmlSource = {
  readonly prefix: string;
  readonly declared: readonly (readonly [prefix: string, uri: string])[];
  readonly attributes: readonly {
    readonly prefix: string;
    readonly local: string;
    /** '' where it has none. */
    readonly namespace: string;
    readonly value: string;
  }[];
  readonly content: readonly XmlItem[];
};
export type XmlItem =
  | string
  | XmlNode
  | { readonly comment: string }
  | { readonly target: string; readonly said: string };
/** Given to `parseXml`, it is filled with the source of each node of the tree that comes out, and what stands around the root. */
export class XmlSources {
  readonly of = new Map<XmlNode, XmlSource>();
  readonly before: XmlItem[] = [];
  readonly after: XmlItem[] = [];
}
export type XmlLimits = {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxAttributes: number;
};
const defaultLimits: XmlLimits = {
  maxBytes: 4 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 100_000,
  maxAttributes: 256,
};

/** XML 1.0 §2.2; half a surrogate pair cannot come out of the decoder. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/u;
const NAME_START =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NAME_MORE = `${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;
/** A name with at most one prefix (Namespaces in XML). */
const NAME = new RegExp(`(?:([${NAME_START}][${NAME_MORE}]*):)?([${NAME_START}][${NAME_MORE}]*)`, 'uy');
const SPACE = /[ \t\n]+/y;
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';
const NOTHING: ReadonlyMap<string, string> = new Map();
const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,8})|#([0-9]{1,8})|([a-z]{2,4}));/y;
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Declarations of one element, and those outside it; never copied, so that nesting them costs nothing. */
type Prefixes = { readonly own: ReadonlyMap<string, string>; readonly outer: Prefixes | undefined };
type Name = { readonly prefix: string; readonly local: string };
type Attribute = Name & { readonly value: string };
type Open = {
  readonly raw: string;
  readonly prefixes: Prefixes | undefined;
  readonly node: {
    readonly name: string;
    readonly namespace?: string;
    readonly attributes: ReadonlyMap<string, string>;
  };
  readonly children: XmlNode[];
  /** Only where sources are kept. */
  readonly source?: XmlSource & { readonly content: XmlItem[] };
  text: string;
};

export function parseXml(bytes: Uint8Array, limits: XmlLimits = defaultLimits, sources?: XmlSources): XmlNode {
  if (bytes.length > limits.maxBytes)
    throw new UnreadableMessage(
      `报文超过 ${limits.maxBytes} 字节`,
      `The message is larger than ${limits.maxBytes} bytes`,
      'TOO_LARGE',
    );
  const decoded = decodeText(bytes).replace(/^\uFEFF/, '');
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  return new Reader(text, limits, sources).document();
}

class Reader {
  readonly #text: string;
  readonly #limits: XmlLimits;
  readonly #sources: XmlSources | undefined;
  #rooted = false;
  #at = 0;
  #elements = 0;
  constructor(text: string, limits: XmlLimits, sources: XmlSources | undefined) {
    this.#text = text;
    this.#limits = limits;
    this.#sources = sources;
  }

  document(): XmlNode {
    const forbidden = FORBIDDEN.exec(this.#text);
    if (forbidden)
      this.#fail(forbidden.index, '有不允许的字符', 'a character that XML does not allow', 'BAD_CHARACTERS');
    const declaration = /^\s*<\?xml[ \t\n][^>]*\?>/.exec(this.#text);
    if (declaration) this.#at = declaration[0].length;
    const stack: Open[] = [];
    for (;;) {
      const open = stack.at(-1);
      const next = this.#text.indexOf('<', this.#at);
      this.#characters(open, next < 0 ? this.#text.length : next);
      if (next < 0) break;
      const mark = this.#text.charCodeAt(next + 1);
      if (mark === 0x21 /* ! */) this.#bang(open);
      else if (mark === 0x3f /* ? */) this.#instruction(open);
      else if (mark === 0x2f /* / */) {
        const done = this.#close(stack);
        const outer = stack.at(-1);
        if (!outer) return this.#rest(done);
        outer.children.push(done);
        outer.source?.content.push(done);
      } else {
        const { empty, started } = this.#open(stack);
        if (!empty) stack.push(started);
        else {
          const done = this.#finish(started);
          if (!open) return this.#rest(done);
          open.children.push(done);
          open.source?.content.push(done);
        }
      }
    }
    return this.#fail(this.#at, '没有结束', 'it ends too early');
  }

  /** After the root only comments, instructions and white space may come. */
  #rest(root: XmlNode): XmlNode {
    this.#rooted = true;
    for (;;) {
      const next = this.#text.indexOf('<', this.#at);
      this.#characters(undefined, next < 0 ? this.#text.length : next);
      if (next < 0) return root;
      const mark = this.#text[next + 1];
      if (mark === '!') this.#bang(undefined);
      else if (mark === '?') this.#instruction(undefined);
      else this.#fail(next, '根元素之后还有元素', 'an element after the root');
    }
  }

  #characters(open: Open | undefined, end: number): void {
    if (end === this.#at) return;
    const raw = this.#text.slice(this.#at, end);
    if (open) {
      if (raw.includes(']]>')) this.#fail(this.#at, '文本中有 ]]>', '"]]>" in text');
      const resolved = this.#resolve(raw, this.#at);
      open.text += resolved;
      open.source?.content.push(resolved);
    } else if (/[^ \t\n]/.test(raw)) this.#fail(this.#at, '根元素之外有文本', 'text outside the root');
    this.#at = end;
  }

  /** The five entities and numbers; whatever else is named is not there. */
  #resolve(raw: string, at: number): string {
    let resolved = '';
    let start = 0;
    for (let amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', start)) {
      REFERENCE.lastIndex = amp;
      const [whole = '&', hex, decimal, name = ''] = REFERENCE.exec(raw) ?? [];
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : -1;
      const allowed = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      const character = allowed ? String.fromCodePoint(code) : CHARACTERS.get(name);
      if (character === undefined || FORBIDDEN.test(character))
        return this.#fail(at + amp, `未知的实体 ${whole}`, `an entity that is not known: ${whole}`);
      resolved += raw.slice(start, amp) + character;
      start = amp + whole.length;
    }
    return start === 0 ? raw : resolved + raw.slice(start);
  }

  #bang(open: Open | undefined): void {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end < 0 || text[end + 2] !== '>') this.#fail(at, '注释没有正确结束', 'a comment that does not end properly');
      this.#note(open, { comment: text.slice(at + 4, end) });
      this.#at = end + 3;
    } else if (text.startsWith('<![CDATA[', at) && open) {
      const end = text.indexOf(']]>', at + 9);
      if (end < 0) this.#fail(at, 'CDATA 没有结束', 'CDATA that does not end');
      open.text += text.slice(at + 9, end);
      open.source?.content.push(text.slice(at + 9, end));
      this.#at = end + 3;
    } else if (/^<!(DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9)))
      throw new UnreadableMessage(
        '报文含有 DOCTYPE 或实体定义，不予接受',
        'The message has a DOCTYPE or entity definition, which is not accepted',
        'FORBIDDEN_CONSTRUCT',
      );
    else this.#fail(at, '不认识的标记', 'a mark that is not known');
  }

  #note(open: Open | undefined, item: XmlItem): void {
    if (open) open.source?.content.push(item);
    else this.#sources?.[this.#rooted ? 'after' : 'before'].push(item);
  }

  #instruction(open: Open | undefined): void {
    const start = this.#at;
    this.#at += 2;
    const target = this.#name();
    if (target.prefix !== '' || /^xml$/i.test(target.local))
      this.#fail(start, '处理指令名不允许', 'an instruction of that name');
    const end = this.#text.indexOf('?>', this.#at);
    if (end < 0 || (end > this.#at && !/[ \t\n]/.test(this.#text[this.#at] ?? '')))
      this.#fail(start, '处理指令没有正确结束', 'an instruction that does not end properly');
    this.#note(open, { target: target.local, said: this.#text.slice(this.#at, end).replace(/^[ \t\n]+/, '') });
    this.#at = end + 2;
  }

  #name(): Name {
    const text = this.#text;
    let end = this.#at;
    if (isLetter(text.charCodeAt(end))) {
      do end += 1;
      while (isPlain(text.charCodeAt(end)));
      const next = text.charCodeAt(end);
      // Nearly all names; what has a prefix or other letters goes the long way.
      if (next !== 0x3a && next < 0x80) {
        const local = text.slice(this.#at, end);
        this.#at = end;
        return { prefix: '', local };
      }
    }
    NAME.lastIndex = this.#at;
    const found = NAME.exec(this.#text);
    if (!found) return this.#fail(this.#at, '此处应为名称', 'a name is missing');
    this.#at = NAME.lastIndex;
    return { prefix: found[1] ?? '', local: found[2] ?? '' };
  }
  #space(): boolean {
    SPACE.lastIndex = this.#at;
    if (!SPACE.test(this.#text)) return false;
    this.#at = SPACE.lastIndex;
    return true;
  }

  #open(stack: readonly Open[]): { readonly empty: boolean; readonly started: Open } {
    const start = this.#at;
    this.#elements += 1;
    if (stack.length >= this.#limits.maxDepth) throw tooMuch('层次过深', 'nests too deep', 'TOO_DEEP');
    if (this.#elements > this.#limits.maxElements) throw tooMuch('元素过多', 'has too many elements', 'TOO_MANY');
    this.#at += 1;
    const name = this.#name();
    const raw = this.#text.slice(start + 1, this.#at);
    const written = this.#attributes();
    const empty = this.#text.startsWith('/>', this.#at);
    if (!empty && this.#text[this.#at] !== '>')
      this.#fail(this.#at, '标签没有正确结束', 'a tag that does not end properly');
    this.#at += empty ? 2 : 1;
    const prefixes = this.#declared(stack.at(-1)?.prefixes, written);
    const namespace = name.prefix === '' ? lookUp(prefixes, '') : this.#bound(prefixes, name.prefix);
    const node = {
      name: name.local,
      ...(namespace ? { namespace } : {}),
      attributes: written.length === 0 ? NOTHING : this.#kept(prefixes, written),
    };
    const started = { raw, prefixes, node, children: [], text: '' };
    return { empty, started: this.#sources ? { ...started, source: this.#source(name, prefixes, written) } : started };
  }

  #source({ prefix }: Name, prefixes: Prefixes | undefined, written: readonly Attribute[]) {
    const isDeclaration = (a: Attribute) => a.prefix === 'xmlns' || (a.prefix === '' && a.local === 'xmlns');
    return {
      prefix,
      declared: written.filter(isDeclaration).map((a) => [a.prefix === '' ? '' : a.local, a.value] as const),
      attributes: written
        .filter((a) => !isDeclaration(a))
        .map((a) => ({ ...a, namespace: a.prefix === '' ? '' : this.#bound(prefixes, a.prefix) })),
      content: [] as XmlItem[],
    };
  }
  #finish(open: Open): XmlNode {
    const node = finish(open);
    if (open.source) this.#sources?.of.set(node, open.source);
    return node;
  }

  #attributes(): Attribute[] {
    const found: Attribute[] = [];
    for (;;) {
      const spaced = this.#space();
      const c = this.#text[this.#at];
      if (c === '>' || c === '/' || c === undefined) return found;
      if (!spaced) this.#fail(this.#at, '属性之间没有空白', 'no space before an attribute');
      const name = this.#name();
      this.#space();
      if (this.#text[this.#at] !== '=') this.#fail(this.#at, '属性没有值', 'an attribute without a value');
      this.#at += 1;
      this.#space();
      const quote = this.#text[this.#at] ?? '';
      if (quote !== '"' && quote !== "'") this.#fail(this.#at, '属性值没有引号', 'an attribute value without quotes');
      const end = this.#text.indexOf(quote, this.#at + 1);
      const raw = end < 0 ? '<' : this.#text.slice(this.#at + 1, end);
      if (raw.includes('<'))
        this.#fail(this.#at, '属性值没有正确结束', 'an attribute value that does not end properly');
      found.push({ ...name, value: this.#resolve(raw.replace(/[\t\n]/g, ' '), this.#at) });
      if (found.length > this.#limits.maxAttributes) throw tooMuch('属性过多', 'has too many attributes', 'TOO_MANY');
      this.#at = end + 1;
    }
  }

  /** The prefixes that hold inside, with those declared here. */
  #declared(outside: Prefixes | undefined, attributes: readonly Attribute[]): Prefixes | undefined {
    let inside: Map<string, string> | undefined;
    for (const { prefix, local, value } of attributes) {
      if (prefix !== 'xmlns' && (prefix !== '' || local !== 'xmlns')) continue;
      const declared = prefix === '' ? '' : local;
      const reserved = declared === 'xmlns' || value === XMLNS || (declared === 'xml') !== (value === XML);
      if (reserved || (declared !== '' && value === ''))
        this.#fail(this.#at, `命名空间声明不正确：${declared}`, `a wrong namespace declaration: ${declared}`);
      inside ??= new Map();
      inside.set(declared, value);
    }
    return inside ? { own: inside, outer: outside } : outside;
  }
  #bound(prefixes: Prefixes | undefined, prefix: string): string {
    const found = prefix === 'xml' ? XML : lookUp(prefixes, prefix);
    return found || this.#fail(this.#at, `未声明的前缀 ${prefix}`, `a prefix that is not declared: ${prefix}`);
  }

  /** By local name, as partners mean them; the same one twice is refused. */
  #kept(prefixes: Prefixes | undefined, written: readonly Attribute[]): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    const seen = new Set<string>();
    for (const { prefix, local, value } of written) {
      const isDeclaration = prefix === 'xmlns' || (prefix === '' && local === 'xmlns');
      const full = prefix === '' || isDeclaration ? `${prefix}:${local}` : `{${this.#bound(prefixes, prefix)}}${local}`;
      if (seen.has(full)) this.#fail(this.#at, `属性重复：${local}`, `an attribute twice: ${local}`);
      seen.add(full);
      if (!isDeclaration) values.set(local, value);
    }
    return values;
  }

  #close(stack: Open[]): XmlNode {
    const start = this.#at;
    const open = stack.pop();
    if (!open || !this.#text.startsWith(open.raw, start + 2))
      return this.#fail(start, '结束标签不对应', 'an end tag that fits no start');
    this.#at = start + 2 + open.raw.length;
    this.#space();
    if (this.#text[this.#at] !== '>') this.#fail(start, '结束标签不对应', 'an end tag that fits no start');
    this.#at += 1;
    return this.#finish(open);
  }

  #fail(at: number, zh: string, en: string, code: 'NOT_WELL_FORMED' | 'BAD_CHARACTERS' = 'NOT_WELL_FORMED'): never {
    let line = 1;
    for (let i = this.#text.indexOf('\n'); i >= 0 && i < at; i = this.#text.indexOf('\n', i + 1)) line += 1;
    throw new UnreadableMessage(
      `XML 无法解析（第 ${line} 行）：${zh}`,
      `XML cannot be parsed (line ${line}): ${en}`,
      code,
    );
  }
}

function lookUp(prefixes: Prefixes | undefined, prefix: string): string | undefined {
  for (let at = prefixes; at; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found;
  }
  return undefined;
}
const isLetter = (c: number) => (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f;
const isPlain = (c: number) => isLetter(c) || (c >= 0x30 && c <= 0x39) || c === 0x2d || c === 0x2e;
const tooMuch = (zh: string, en: string, code: 'TOO_DEEP' | 'TOO_MANY') =>
  new UnreadableMessage(`XML ${zh}`, `The XML ${en}`, code);
const finish = ({ node, children, text }: Open): XmlNode => ({
  ...node,
  children,
  text: children.length > 0 ? text.trim() : text,
});
