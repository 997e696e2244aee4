// XML from outside as a plain tree, tolerant of namespaces (formats §9.7). One pass over the text, no recursion, every limit checked
// before the memory is taken; there are no DTDs, no entities but the five, no files and no network to be talked into (R14).
// Held to expat and libxml2 by tests/hostile/xml-differential.test.ts.
import { decodeText } from './charset.ts';
import { UnreadableMessage } from './unreadable.ts';
import { declares, Prefixes, type Undo, type Written } from './xml-names.ts';
import type { XmlItem, XmlLimits, XmlNode, XmlSource, XmlSources } from './xml-node.ts';

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
type Attributes = XmlNode['attributes'];
const NOTHING: Attributes = new Map();
const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,8})|#([0-9]{1,8})|([a-z]{2,4}));/y;
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const NO_CHILDREN: readonly XmlNode[] = [];
/** Of ASCII, what a name begins with (3) and goes on with (1, 3): nearly every name is of these alone. */
const IN_NAME = new Uint8Array(128);
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz') IN_NAME[c.charCodeAt(0)] = 3;
for (const c of '-.0123456789') IN_NAME[c.charCodeAt(0)] = 1;
const [TAG_END, SLASH, COLON] = [0x3e, 0x2f, 0x3a];

/** A node while it is read. */
type Growing = {
  readonly name: string;
  readonly namespace?: string;
  readonly attributes: Attributes;
  readonly children: XmlNode[];
  text: string;
};
type Open = {
  readonly node: Growing;
  /** The name as it is written, by which it must end. */
  readonly raw: string;
  readonly undo: Undo | undefined;
  /** Only where sources are kept. */
  readonly source: (XmlSource & { readonly content: XmlItem[] }) | undefined;
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
  readonly #prefixes = new Prefixes();
  /** Whether there is anything in it to resolve or to refuse in character data, asked once instead of of every piece. */
  readonly #hasReferences: boolean;
  readonly #hasSectionEnds: boolean;
  #rooted = false;
  #at = 0;
  #elements = 0;
  /** What `#name` read. */
  #prefix = '';
  #local = '';
  constructor(text: string, limits: XmlLimits, sources: XmlSources | undefined) {
    this.#text = text;
    this.#limits = limits;
    this.#sources = sources;
    this.#hasReferences = text.includes('&');
    this.#hasSectionEnds = text.includes(']]>');
  }

  document(): XmlNode {
    const text = this.#text;
    const forbidden = FORBIDDEN.exec(text);
    if (forbidden)
      this.#fail(forbidden.index, '有不允许的字符', 'a character that XML does not allow', 'BAD_CHARACTERS');
    const declaration = /^\s*<\?xml[ \t\n][^>]*\?>/.exec(text);
    if (declaration) this.#at = declaration[0].length;
    const stack: Open[] = [];
    let open: Open | undefined;
    for (;;) {
      const next = text.indexOf('<', this.#at);
      if (next !== this.#at) this.#characters(open, next < 0 ? text.length : next);
      if (next < 0) break;
      const mark = text.charCodeAt(next + 1);
      let done: XmlNode | undefined;
      if (mark === SLASH) {
        done = this.#close(open);
        stack.pop();
        open = stack.at(-1);
      } else if (mark === 0x21 /* ! */) this.#bang(open);
      else if (mark === 0x3f /* ? */) this.#instruction(open);
      else {
        if (stack.length >= this.#limits.maxDepth) throw tooMuch('层次过深', 'nests too deep', 'TOO_DEEP');
        const begun = this.#begin();
        if ('node' in begun) stack.push((open = begun));
        else done = begun;
      }
      if (!done) continue;
      if (!open) return this.#rest(done);
      open.node.children.push(done);
      open.source?.content.push(done);
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
    if (open) {
      const said = this.#said(end);
      open.node.text += said;
      open.source?.content.push(said);
    } else if (/[^ \t\n]/.test(this.#text.slice(this.#at, end)))
      this.#fail(this.#at, '根元素之外有文本', 'text outside the root');
    this.#at = end;
  }
  #said(end: number): string {
    const raw = this.#text.slice(this.#at, end);
    if (this.#hasSectionEnds && raw.includes(']]>')) this.#fail(this.#at, '文本中有 ]]>', '"]]>" in text');
    return this.#hasReferences ? this.#resolve(raw, this.#at) : raw;
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
      open.node.text += text.slice(at + 9, end);
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
    this.#name();
    const target = this.#local;
    if (this.#prefix !== '' || /^xml$/i.test(target))
      this.#fail(start, '处理指令名不允许', 'an instruction of that name');
    const end = this.#text.indexOf('?>', this.#at);
    if (end < 0 || (end > this.#at && !/[ \t\n]/.test(this.#text[this.#at] ?? '')))
      this.#fail(start, '处理指令没有正确结束', 'an instruction that does not end properly');
    this.#note(open, { target, said: this.#text.slice(this.#at, end).replace(/^[ \t\n]+/, '') });
    this.#at = end + 2;
  }

  #name(): void {
    const text = this.#text;
    let end = this.#at;
    if (IN_NAME[text.charCodeAt(end)] === 3) {
      do end += 1;
      while ((IN_NAME[text.charCodeAt(end)] ?? 0) > 0);
      const next = text.charCodeAt(end);
      // Nearly all names; what has a prefix or other letters goes the long way.
      if (next !== COLON && next < 0x80) {
        this.#prefix = '';
        this.#local = text.slice(this.#at, end);
        this.#at = end;
        return;
      }
    }
    NAME.lastIndex = this.#at;
    const found = NAME.exec(text);
    if (!found) this.#fail(this.#at, '此处应为名称', 'a name is missing');
    this.#at = NAME.lastIndex;
    this.#prefix = found?.[1] ?? '';
    this.#local = found?.[2] ?? '';
  }
  #space(): boolean {
    SPACE.lastIndex = this.#at;
    if (!SPACE.test(this.#text)) return false;
    this.#at = SPACE.lastIndex;
    return true;
  }

  /** A node that is whole, or one that is open. */
  #begin(): XmlNode | Open {
    const text = this.#text;
    const start = this.#at;
    this.#elements += 1;
    if (this.#elements > this.#limits.maxElements) throw tooMuch('元素过多', 'has too many elements', 'TOO_MANY');
    this.#at += 1;
    this.#name();
    const [prefix, local] = [this.#prefix, this.#local];
    const raw = prefix === '' ? local : text.slice(start + 1, this.#at);
    if (text.charCodeAt(this.#at) !== TAG_END) return this.#beginWith(prefix, local, raw);
    this.#at += 1;
    const namespace = prefix === '' ? this.#prefixes.usual : this.#bound(prefix);
    if (this.#sources)
      return { node: growing(namespace, local, NOTHING), raw, undo: undefined, source: this.#source(prefix, []) };
    // Most elements hold text and nothing else: they are whole at once.
    const end = text.indexOf('<', this.#at);
    const after = end + 2 + raw.length;
    if (text.charCodeAt(end + 1) === SLASH && text.charCodeAt(after) === TAG_END && text.startsWith(raw, end + 2)) {
      const said = end === this.#at ? '' : this.#said(end);
      this.#at = after + 1;
      return whole(namespace, local, NOTHING, said);
    }
    return { node: growing(namespace, local, NOTHING), raw, undo: undefined, source: undefined };
  }

  #beginWith(prefix: string, local: string, raw: string): XmlNode | Open {
    const written = this.#attributes();
    const empty = this.#text.startsWith('/>', this.#at);
    if (!empty && this.#text.charCodeAt(this.#at) !== TAG_END)
      this.#fail(this.#at, '标签没有正确结束', 'a tag that does not end properly');
    this.#at += empty ? 2 : 1;
    const undo =
      written.length === 0
        ? undefined
        : this.#prefixes.declare(written, (wrong) =>
            this.#fail(this.#at, `命名空间声明不正确：${wrong}`, `a wrong namespace declaration: ${wrong}`),
          );
    const namespace = prefix === '' ? this.#prefixes.usual : this.#bound(prefix);
    const attributes = written.length === 0 ? NOTHING : this.#kept(written);
    const source = this.#sources && this.#source(prefix, written);
    if (!empty) return { node: growing(namespace, local, attributes), raw, undo, source };
    const node = whole(namespace, local, attributes, '');
    if (source) this.#sources?.of.set(node, source);
    if (undo) this.#prefixes.restore(undo);
    return node;
  }

  #source(prefix: string, written: readonly Written[]) {
    return {
      prefix,
      declared: written.filter(declares).map((a) => [a.prefix === '' ? '' : a.local, a.value] as const),
      attributes: written
        .filter((a) => !declares(a))
        .map((a) => ({ ...a, namespace: a.prefix === '' ? '' : this.#bound(a.prefix) })),
      content: [] as XmlItem[],
    };
  }

  #attributes(): Written[] {
    const found: Written[] = [];
    for (;;) {
      const spaced = this.#space();
      const c = this.#text[this.#at];
      if (c === '>' || c === '/' || c === undefined) return found;
      if (!spaced) this.#fail(this.#at, '属性之间没有空白', 'no space before an attribute');
      this.#name();
      const [prefix, local] = [this.#prefix, this.#local];
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
      found.push({ prefix, local, value: this.#resolve(raw.replace(/[\t\n]/g, ' '), this.#at) });
      if (found.length > this.#limits.maxAttributes) throw tooMuch('属性过多', 'has too many attributes', 'TOO_MANY');
      this.#at = end + 1;
    }
  }

  #bound(prefix: string): string {
    const found = this.#prefixes.lookUp(prefix);
    return found || this.#fail(this.#at, `未声明的前缀 ${prefix}`, `a prefix that is not declared: ${prefix}`);
  }

  /** By local name, as partners mean them; the same one twice is refused. */
  #kept(written: readonly Written[]): Attributes {
    const values = new Map<string, string>();
    const seen = new Set<string>();
    for (const attribute of written) {
      const { prefix, local, value } = attribute;
      const declared = declares(attribute);
      const full = prefix === '' || declared ? `${prefix}:${local}` : `{${this.#bound(prefix)}}${local}`;
      if (seen.has(full)) this.#fail(this.#at, `属性重复：${local}`, `an attribute twice: ${local}`);
      seen.add(full);
      if (!declared) values.set(local, value);
    }
    return values;
  }

  #close(open: Open | undefined): XmlNode {
    const start = this.#at;
    if (!open || !this.#text.startsWith(open.raw, start + 2))
      return this.#fail(start, '结束标签不对应', 'an end tag that fits no start');
    this.#at = start + 2 + open.raw.length;
    if (this.#text.charCodeAt(this.#at) !== TAG_END) this.#space();
    if (this.#text.charCodeAt(this.#at) !== TAG_END)
      this.#fail(start, '结束标签不对应', 'an end tag that fits no start');
    this.#at += 1;
    const { node, source, undo } = open;
    if (node.children.length > 0) node.text = node.text.trim();
    if (source) this.#sources?.of.set(node, source);
    if (undo) this.#prefixes.restore(undo);
    return node;
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

const growing = (namespace: string, name: string, attributes: Attributes): Growing =>
  namespace ? { name, namespace, attributes, children: [], text: '' } : { name, attributes, children: [], text: '' };
const whole = (namespace: string, name: string, attributes: Attributes, text: string): XmlNode =>
  namespace
    ? { name, namespace, attributes, children: NO_CHILDREN, text }
    : { name, attributes, children: NO_CHILDREN, text };
const tooMuch = (zh: string, en: string, code: 'TOO_DEEP' | 'TOO_MANY') =>
  new UnreadableMessage(`XML ${zh}`, `The XML ${en}`, code);
