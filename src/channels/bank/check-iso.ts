// Holds a written ISO 20022 message to the table of its elements: order, presence, length, code, amount. Pure; used on all we send.
import type { XmlNode } from '../../runtime/codec/xml.ts';
import type { IsoElement, IsoType } from './iso-tables.ts';

const longest: Partial<Record<IsoType, number>> = {
  Max16Text: 16,
  Max34Text: 34,
  Max35Text: 35,
  Max70Text: 70,
  Max140Text: 140,
};
const shapes: Partial<Record<IsoType, RegExp>> = {
  Max15NumericText: /^[0-9]{1,15}$/,
  Code: /^[A-Z0-9]{1,4}$/,
  Date: /^\d{4}-\d{2}-\d{2}$/,
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/,
  Amount: /^\d{1,13}(\.\d{1,5})?$/,
  Decimal: /^\d{1,17}(\.\d{1,17})?$/,
};

/** Every fault with its path; an empty list where the message is as the definition says. */
export function checkIso(node: XmlNode, element: IsoElement, path = element.name): string[] {
  if (node.name !== element.name) return [`${path}: ${node.name} stands there`];
  if (!element.children) return checkText(node, element, path);
  const faults: string[] = [];
  const known = element.children.map((c) => c.name);
  const places = node.children.map((c) => known.indexOf(c.name));
  node.children.forEach((child, n) => {
    if (places[n] === -1) faults.push(`${path}/${child.name}: not in the definition`);
    else if (n > 0 && (places[n] ?? 0) <= (places[n - 1] ?? 0)) faults.push(`${path}/${child.name}: out of order`);
  });
  for (const wanted of element.children) {
    const found = node.children.find((c) => c.name === wanted.name);
    if (found) faults.push(...checkIso(found, wanted, `${path}/${wanted.name}`));
    else if (wanted.required) faults.push(`${path}/${wanted.name}: missing`);
  }
  return faults;
}

function checkText(node: XmlNode, { type, codes }: IsoElement, path: string): string[] {
  const text = node.text;
  const most = type && longest[type];
  if (most !== undefined)
    return text.length > 0 && text.length <= most ? [] : [`${path}: 1 to ${most} characters, not ${text.length}`];
  if (codes && !codes.includes(text)) return [`${path}: ${text} is none of ${codes.join(', ')}`];
  const shape = type && shapes[type];
  if (shape && !shape.test(text)) return [`${path}: ${text} is no ${type}`];
  if (type === 'Amount' && !/^[A-Z]{3}$/.test(node.attributes.get('Ccy') ?? '')) return [`${path}: no currency`];
  return [];
}
