// The public D.95B directory as the samples have it: which elements a segment has, how long they are, and in which order a message has its
// segments. Checks messages against it, independently of the code that writes them.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EdifactMessage } from '../../src/runtime/codec/edifact-envelope.ts';
import type { Segment } from '../../src/runtime/codec/edifact.ts';
import { childrenOf, parseXml, type XmlNode } from '../../src/runtime/codec/xml.ts';

const root = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'edifact-directory-d95b');
export const directorySkip = existsSync(root) ? false : `no directory at ${root}`;

type Item = { id: string; required: boolean; most: number; kind: string; exact: boolean };
type Element = { id: string; required: boolean; parts: Item[] };
/** A segment or a group of a message's table. */
export type Place = {
  readonly id: string;
  readonly required: boolean;
  readonly most: number;
  readonly inside?: readonly Place[];
};

const read = (name: string) => parseXml(readFileSync(path.join(root, name)));
const isRequired = (node: XmlNode) => node.attributes.get('required') === 'true';
const itemOf = (node: XmlNode): Item => ({
  id: node.attributes.get('id') ?? '',
  required: isRequired(node),
  most: Number(node.attributes.get('maxlength') ?? node.attributes.get('length') ?? 0),
  kind: node.attributes.get('type') ?? 'an',
  exact: node.attributes.has('length'),
});

let known: Map<string, Element[]> | undefined;
function segments(): Map<string, Element[]> {
  known ??= new Map(
    childrenOf(read('D95B_segments.xml'), 'segment').map((segment) => [
      segment.attributes.get('id') ?? '',
      segment.children.map((node): Element => {
        const simple = node.name === 'data_element';
        return {
          id: node.attributes.get('id') ?? '',
          required: isRequired(node),
          parts: simple ? [itemOf(node)] : node.children.map(itemOf),
        };
      }),
    ]),
  );
  return known;
}
function tableOf(type: string): readonly Place[] {
  const places = (nodes: readonly XmlNode[]): Place[] =>
    nodes
      .filter((n) => n.name === 'segment' || n.name === 'group')
      .map((n) => ({
        id: n.attributes.get('id') ?? '',
        required: isRequired(n),
        most: Number(n.attributes.get('maxrepeat') ?? 1),
        ...(n.name === 'group' ? { inside: places(n.children) } : {}),
      }));
  return places(read(`D95B_${type.toLowerCase()}.xml`).children);
}
export const hasTable = (type: string): boolean => existsSync(path.join(root, `D95B_${type.toLowerCase()}.xml`));

/** What is wrong with the elements of a segment. */
function faultsOfSegment(segment: Segment): string[] {
  const [tag, ...elements] = segment;
  const model = segments().get(tag);
  if (!model) return [`${tag} is not in the directory`];
  const faults: string[] = [];
  if (elements.length > model.length)
    faults.push(`${tag} has ${elements.length} elements, the directory ${model.length}`);
  for (const [i, element] of model.entries()) {
    const given = elements[i] ?? [];
    const filled = given.some((part) => part !== '');
    if (!filled) {
      if (element.required && i < elements.length + 1) faults.push(`${tag} lacks ${element.id}`);
      continue;
    }
    if (given.length > element.parts.length) faults.push(`${tag}/${element.id} has ${given.length} components`);
    for (const [n, part] of element.parts.entries()) {
      const text = given[n] ?? '';
      const length = [...text].length;
      if (text === '') {
        if (part.required) faults.push(`${tag}/${element.id}/${part.id} is missing`);
        continue;
      }
      if (part.most > 0 && length > part.most) faults.push(`${tag}/${part.id} is longer than ${part.most}: ${text}`);
      if (part.exact && length !== part.most) faults.push(`${tag}/${part.id} has not ${part.most} characters: ${text}`);
      if (part.kind === 'n' && !/^-?\d+([.,]\d+)?$/.test(text)) faults.push(`${tag}/${part.id} is no number: ${text}`);
      if (part.kind === 'a' && /\d/.test(text)) faults.push(`${tag}/${part.id} has digits: ${text}`);
    }
  }
  return faults;
}

/** What is wrong with the order and number of segments; every group begins with its first segment, so no choice has to be tried twice. */
function faultsOfOrder(tags: readonly string[], table: readonly Place[]): string[] {
  const faults: string[] = [];
  let at = 0;
  const begins = (place: Place): boolean => tags[at] === (place.inside ? place.inside[0]?.id : place.id);
  const take = (places: readonly Place[]): void => {
    for (const place of places) {
      let count = 0;
      while (at < tags.length && begins(place) && count < place.most) {
        if (place.inside) take(place.inside);
        else at += 1;
        count += 1;
      }
      if (place.required && count === 0)
        faults.push(`${place.id} is missing before segment ${at + 1} (${tags[at] ?? 'the end'})`);
    }
  };
  take(table);
  if (at < tags.length) faults.push(`segment ${at + 1} (${tags[at]}) is out of place`);
  return faults;
}

/** `table`: of a message that the directory of the samples does not have. */
export function faultsOf(message: EdifactMessage, table: readonly Place[] = tableOf(message.type)): string[] {
  return [
    ...message.segments.flatMap(faultsOfSegment),
    ...faultsOfOrder(
      message.segments.map((s) => s[0]),
      table,
    ),
  ];
}
