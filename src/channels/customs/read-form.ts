// Reads a DecMessage back into the composite form without loss: known elements by the same table that writes them,
// everything else carried along under its path (P10: upload and form are one path).
import type { Form, FormRow } from '../../hub/shipment/contract.ts';
import { unmapDocument } from '../../hub/mapping/index.ts';
import type { InboundBytes } from '../../hub/mapping/contract.ts';
import { childrenOf, findNode, parseXml, textAt, type XmlNode } from '../../runtime/codec/xml.ts';
import { declarationFields } from './map-outbound.ts';
import { nodes } from './message-tree.ts';

export function readForm(message: InboundBytes): Form | undefined {
  const root = findNode(parseXml(message.bytes), 'DecMessage');
  if (!root) return undefined;
  const rowsOf = rowsByItem(root);
  const direction = textAt(root, 'DecHead/IEFlag') === 'E' ? 'export' : 'import';
  const read = (target: string, row = 0): string | undefined => {
    const [item = '', name = ''] = target.split('/');
    return textAt(rowsOf.get(item)?.[row], name) || undefined;
  };
  const itemOfGroup = new Map<string, string>([
    ['goods', 'DecList'],
    ...nodes.flatMap((n) => (n.group ? [[n.group, n.item] as [string, string]] : [])),
  ]);
  const form = unmapDocument(
    declarationFields,
    read,
    (group) => rowsOf.get(itemOfGroup.get(group) ?? '')?.length ?? 0,
    { direction },
  );
  const carried = carriedParts(root);
  return carried.length > 0 ? { ...form, carried } : form;
}

function rowsByItem(root: XmlNode): Map<string, readonly XmlNode[]> {
  const lines = childrenOf(
    root.children.find((c) => c.name === 'DecLists'),
    'DecList',
  );
  const rows = new Map<string, readonly XmlNode[]>([
    ['DecHead', childrenOf(root, 'DecHead')],
    ['DecSign', childrenOf(root, 'DecSign')],
    ['DecList', lines],
  ]);
  for (const { item, wrapper } of nodes) {
    if (item === 'DecGoodsLimit')
      rows.set(
        item,
        lines.flatMap((l) =>
          childrenOf(
            l.children.find((c) => c.name === 'DecGoodsLimits'),
            item,
          ),
        ),
      );
    else
      rows.set(
        item,
        wrapper
          ? childrenOf(
              root.children.find((c) => c.name === wrapper),
              item,
            )
          : childrenOf(root, item),
      );
  }
  return rows;
}

const known = new Set(declarationFields.map((f) => f.target));
const containers = new Set([
  'DecMessage',
  'DecHead',
  'DecLists',
  'DecList',
  'DecSign',
  'DecGoodsLimits',
  ...nodes.flatMap((n) => [n.item, ...(n.wrapper ? [n.wrapper] : [])]),
]);

/** Leaves with content that no row of the table knows. */
function carriedParts(root: XmlNode): FormRow[] {
  const found: FormRow[] = [];
  const walk = (node: XmlNode, path: string) => {
    for (const child of node.children) {
      const at = `${path}/${child.name}`;
      if (containers.has(child.name)) walk(child, at);
      else if (!known.has(`${node.name}/${child.name}`) && (child.text.trim() !== '' || child.children.length > 0))
        found.push({
          carriedPath: at,
          carriedContent: child.text.trim() || JSON.stringify(child.children.map((c) => [c.name, c.text])),
        });
    }
  };
  walk(root, 'DecMessage');
  return found;
}
