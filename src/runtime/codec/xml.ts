// XML from outside and to outside. Reading is libxml2 (WASM) without DTD, entities or network, with limits checked first;
// the result is a plain tree, tolerant of namespaces (formats §9.7). Writing escapes and refuses what XML cannot carry.
import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlParseError, XmlText, type XmlTreeNode } from 'libxml2-wasm';
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

export type XmlLimits = { readonly maxBytes: number; readonly maxDepth: number; readonly maxElements: number };
const defaultLimits: XmlLimits = { maxBytes: 4 * 1024 * 1024, maxDepth: 64, maxElements: 200_000 };

export function parseXml(bytes: Uint8Array, limits: XmlLimits = defaultLimits): XmlNode {
  if (bytes.length > limits.maxBytes)
    throw new UnreadableMessage(
      `报文超过 ${limits.maxBytes} 字节`,
      `The message is larger than ${limits.maxBytes} bytes`,
    );
  // Decoded by us, so that the declared encoding is ours to judge and the parser only ever sees UTF-8.
  const text = decodeText(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<\?xml[^>]*\?>/, '');
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw new UnreadableMessage(
      '报文含有 DOCTYPE 或实体定义，不予接受',
      'The message has a DOCTYPE or entity definition, which is not accepted',
    );
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES,
    });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const at = error.details[0];
    const first = (at?.message ?? error.message).trim();
    throw new UnreadableMessage(
      `XML 无法解析（第 ${at?.line ?? '?'} 行）：${first}`,
      `XML cannot be parsed (line ${at?.line ?? '?'}): ${first}`,
    );
  }
  try {
    let elements = 0;
    const read = (element: XmlElement, depth: number): XmlNode => {
      elements += 1;
      if (depth > limits.maxDepth || elements > limits.maxElements)
        throw new UnreadableMessage('XML 层次过深或元素过多', 'The XML nests too deep or has too many elements');
      const children: XmlNode[] = [];
      let content = '';
      for (let node: XmlTreeNode | null = element.firstChild; node; node = node.next) {
        if (node instanceof XmlElement) children.push(read(node, depth + 1));
        else if (node instanceof XmlText || node instanceof XmlCData) content += node.content;
      }
      return {
        name: element.name,
        ...(element.namespaceUri ? { namespace: element.namespaceUri } : {}),
        attributes: new Map(element.attrs.map((a) => [a.name, a.value])),
        children,
        text: children.length > 0 ? content.trim() : content,
      };
    };
    return read(document.root, 1);
  } finally {
    document.dispose();
  }
}

const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((c) => c.name === name);
export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((c) => c.name === name) ?? [];
const nodeAt = (node: XmlNode | undefined, path: string): XmlNode | undefined =>
  path.split('/').reduce<XmlNode | undefined>((at, name) => childOf(at, name), node);
/** Trimmed text at a path of child names; '' where there is none. */
export const textAt = (node: XmlNode | undefined, path: string): string => nodeAt(node, path)?.text.trim() ?? '';
/** First node of that name anywhere below, or the node itself. */
export function findNode(node: XmlNode, name: string): XmlNode | undefined {
  if (node.name === name) return node;
  for (const child of node.children) {
    const found = findNode(child, name);
    if (found) return found;
  }
  return undefined;
}

/** What is written: `['Name', 'text']`, `['Name', [children]]`, with attributes in third place. */
export type XmlPart = readonly [
  name: string,
  content: string | readonly XmlPart[],
  attributes?: Readonly<Record<string, string>>,
];

/** Exactly the characters that XML 1.0 §2.2 cannot carry: controls but tab, line ends and the C1 range, and two non-characters. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/u;
function escapeText(text: string): string {
  if (FORBIDDEN.test(text)) throw new RangeError('text has a control character that XML cannot carry');
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');
}

function writePart([name, content, attributes = {}]: XmlPart, indent: string): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeText(value).replace(/"/g, '&quot;')}"`)
    .join('');
  if (content.length === 0) return `${indent}<${name}${written}/>`;
  if (typeof content === 'string') return `${indent}<${name}${written}>${escapeText(content)}</${name}>`;
  return `${indent}<${name}${written}>\n${content.map((c) => writePart(c, `${indent}  `)).join('\n')}\n${indent}</${name}>`;
}

export const writeXml = (root: XmlPart, encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n${writePart(root, '')}\n`;
