// The tree of a WCO data model message by paths (`GoodsShipment/Consignment/ID`): what the mapping table names is written and read back by
// the same path. `@name` is an attribute of the element before it.
import { childrenOf, type XmlNode, type XmlPart } from '../../runtime/codec/xml.ts';
import type { MappedField } from '../../hub/mapping/contract.ts';

/** Elements that stand once for each row. */
const repeated: ReadonlySet<string> = new Set(['GovernmentAgencyGoodsItem', 'TransportEquipment']);

type Node = {
  readonly name: string;
  text: string;
  readonly attributes: Record<string, string>;
  readonly children: Map<string, Node>;
};
const newNode = (name: string): Node => ({ name, text: '', attributes: {}, children: new Map() });

export function toTree(root: string, namespace: string, fields: readonly MappedField[]): XmlPart {
  const top = newNode(root);
  top.attributes.xmlns = namespace;
  for (const { target, value, row } of fields) {
    let at = top;
    for (const step of target.split('/')) {
      if (step.startsWith('@')) {
        at.attributes[step.slice(1)] = value;
        continue;
      }
      const key = repeated.has(step) ? `${step} ${row ?? 0}` : step;
      const next = at.children.get(key) ?? newNode(step);
      at.children.set(key, next);
      at = next;
    }
    if (!target.includes('@')) at.text = value;
  }
  return toPart(top);
}
const toPart = ({ name, text, attributes, children }: Node): XmlPart => [
  name,
  children.size > 0 ? [...children.values()].map(toPart) : text,
  attributes,
];

/** Text at a path of the table; `row`: which of the repeated elements. */
export function textOf(root: XmlNode, target: string, row = 0): string {
  const steps = target.split('/');
  const attribute = steps.at(-1)?.startsWith('@') ? steps.pop()?.slice(1) : undefined;
  let at: XmlNode | undefined = root;
  for (const step of steps) at = childrenOf(at, step)[repeated.has(step) ? row : 0];
  return (attribute === undefined ? at?.text.trim() : at?.attributes.get(attribute)) ?? '';
}

export const countOf = (root: XmlNode, path: string): number => {
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  let at: XmlNode | undefined = root;
  for (const step of steps) at = childrenOf(at, step)[0];
  return childrenOf(at, last).length;
};
