// Reads a DecMessage back into the composite form without loss: known elements by the same table that writes them,
// everything else carried along under its path (P10: upload and form are one path).
import type { Form, FormRow } from '../../hub/shipment/contract.ts';
import { type ReadablePart, readableParts, unmapDocument } from '../../hub/mapping/index.ts';
import type { InboundBytes } from '../../hub/mapping/contract.ts';
import { childOf, childrenOf, findNode, parseXml, textAt, textOf, type XmlNode } from '../../runtime/codec/xml.ts';
import { declarationFields } from './map-outbound.ts';
import { nodes } from './message-tree.ts';

const readable = readableParts(declarationFields);
/** Of each part of the table, node by node, which of its targets a child is. */
const placesOf = new Map(readable.map((part) => [part, placesByNode(part)] as const));
function placesByNode({ targets }: ReadablePart): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  targets.forEach((target, place) => {
    const [item = '', name = ''] = target.split('/');
    const places = found.get(item) ?? new Map<string, number>();
    found.set(item, places.set(name, place));
  });
  return found;
}
const itemOfGroup: ReadonlyMap<string, string> = new Map([
  ['goods', 'DecList'],
  ...nodes.flatMap((n) => (n.group ? [[n.group, n.item] as const] : [])),
]);

export function readForm(message: InboundBytes): Form | undefined {
  const root = findNode(parseXml(message.bytes), 'DecMessage');
  if (!root) return undefined;
  const rowsOf = rowsByItem(root);
  const direction = textAt(root, 'DecHead/IEFlag') === 'E' ? 'export' : 'import';
  const form = unmapDocument(
    readable,
    (part, row) => textsOf(part, rowsOf, row),
    (group) => rowsOf.get(itemOfGroup.get(group) ?? '')?.length ?? 0,
    { direction },
  );
  const carried = carriedParts(root);
  return carried.length > 0 ? { ...form, carried } : form;
}

/** Of several children of one name the first is read. */
function textsOf(part: ReadablePart, rowsOf: ReadonlyMap<string, readonly XmlNode[]>, row: number) {
  const texts = new Array<string | undefined>(part.targets.length);
  for (const [item, places] of placesOf.get(part) ?? [])
    for (const child of rowsOf.get(item)?.[row]?.children ?? []) {
      const place = places.get(child.name);
      if (place !== undefined) texts[place] ??= textOf(child);
    }
  return texts;
}

function rowsByItem(root: XmlNode): Map<string, readonly XmlNode[]> {
  const lines = childrenOf(childOf(root, 'DecLists'), 'DecList');
  const rows = new Map<string, readonly XmlNode[]>([
    ['DecHead', childrenOf(root, 'DecHead')],
    ['DecSign', childrenOf(root, 'DecSign')],
    ['DecList', lines],
  ]);
  for (const { item, wrapper } of nodes)
    if (item === 'DecGoodsLimit')
      rows.set(
        item,
        lines.flatMap((line) => childrenOf(childOf(line, 'DecGoodsLimits'), item)),
      );
    else rows.set(item, childrenOf(wrapper ? childOf(root, wrapper) : root, item));
  return rows;
}

const containers = new Set([
  'DecMessage',
  'DecHead',
  'DecLists',
  'DecList',
  'DecSign',
  'DecGoodsLimits',
  ...nodes.flatMap((n) => [n.item, ...(n.wrapper ? [n.wrapper] : [])]),
]);

/** Of each node, the children that a row of the table knows. */
const known = new Map<string, Set<string>>();
for (const { target } of declarationFields) {
  const [item = '', name = ''] = target.split('/');
  known.set(item, (known.get(item) ?? new Set()).add(name));
}
const none: ReadonlySet<string> = new Set();

/** Leaves with content that no row of the table knows. */
function carriedParts(root: XmlNode): FormRow[] {
  const found: FormRow[] = [];
  const walk = (node: XmlNode, path: string) => {
    const knownHere = known.get(node.name) ?? none;
    for (const child of node.children) {
      if (knownHere.has(child.name)) continue;
      if (containers.has(child.name)) walk(child, `${path}/${child.name}`);
      else if (textOf(child) !== '' || child.children.length > 0)
        found.push({
          carriedPath: `${path}/${child.name}`,
          carriedContent: textOf(child) || JSON.stringify(child.children.map((c) => [c.name, c.text])),
        });
    }
  };
  walk(root, 'DecMessage');
  return found;
}
