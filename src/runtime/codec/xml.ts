// What is done with XML that was read (`read-xml.ts`): paths into the tree; and XML to outside, which escapes and refuses what XML
// cannot carry.
import type { XmlNode } from './xml-node.ts';

export { parseXml } from './read-xml.ts';
export type { XmlNode } from './xml-node.ts';

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  if (node) for (const child of node.children) if (child.name === name) return child;
  return undefined;
}
export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((c) => c.name === name) ?? [];
const nodeAt = (node: XmlNode | undefined, path: string): XmlNode | undefined =>
  !path.includes('/')
    ? childOf(node, path)
    : path.split('/').reduce<XmlNode | undefined>((at, name) => childOf(at, name), node);
/** Text without white space around it; most has none, which two characters tell. */
export function textOf({ text }: XmlNode): string {
  const last = text.length - 1;
  return last < 0 || (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(last))) ? text : text.trim();
}
const isInk = (c: number): boolean => c > 0x20 && c < 0x80;
/** Trimmed text at a path of child names; '' where there is none. */
export function textAt(node: XmlNode | undefined, path: string): string {
  const found = nodeAt(node, path);
  return found ? textOf(found) : '';
}
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
/** A reader makes spaces of tabs and line ends in values (XML 1.0 §3.3.3), but not of those by number. */
const escapeValue = (value: string): string =>
  escapeText(value)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, (c) => `&#${c.charCodeAt(0)};`);

function writePart([name, content, attributes = {}]: XmlPart, indent: string): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeValue(value)}"`)
    .join('');
  if (content.length === 0) return `${indent}<${name}${written}/>`;
  if (typeof content === 'string') return `${indent}<${name}${written}>${escapeText(content)}</${name}>`;
  return `${indent}<${name}${written}>\n${content.map((c) => writePart(c, `${indent}  `)).join('\n')}\n${indent}</${name}>`;
}

export const writeXml = (root: XmlPart, encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n${writePart(root, '')}\n`;
