// Every goods declaration that we write, for every form of the tests, against every real DecMessage there is and against the table of the public import
// interface (N1; issue 6: strict on what we send; no XSD of DecMessage is public): the same nodes in the same order with the same elements in them, no
// element that neither has, no text longer than its box, nothing empty that a declaration must say.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { writtenOf } from '../../../tests/support/channel-corpus.ts';
import { registerChannels } from '../../hub/mapping/index.ts';
import { parseCsv } from '../../runtime/codec/csv.ts';
import { parseXml, type XmlNode } from '../../runtime/codec/xml.ts';
import { channels } from '../index.ts';
import { customs } from './index.ts';

const dir = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'goods-declaration');
const skip = existsSync(dir) ? false : `no samples at ${dir}`;
const real = skip
  ? []
  : readdirSync(dir)
      .filter((name) => /^DecMessage_.*\.xml$/.test(name))
      .map((name) => parseXml(readFileSync(path.join(dir, name))));

before(() => registerChannels(channels));
const written = () =>
  writtenOf(customs)
    .filter(({ document }) => document.id === 'customs.goods-declaration')
    .map(({ form, bytes }) => ({ form, root: parseXml(bytes) }));

/** Added to the interface after the real message was written (2019): the table has them last in their node. */
const later = new Set(['DecList/RcepOrigPlaceCode', 'DecList/ControlExplainCode']);
type Shape = ReadonlyMap<string, readonly string[]>;
/** Each kind of node with its elements in order, as all real messages together have it. */
function shapeOf(roots: readonly XmlNode[]): Shape {
  const shape = new Map<string, string[]>();
  const walk = (node: XmlNode) => {
    const names = [...new Set(node.children.map(({ name }) => name))];
    const known = shape.get(node.name);
    if (node.children.length > 0 && (!known || known.length < names.length)) shape.set(node.name, names);
    node.children.forEach(walk);
  };
  roots.forEach(walk);
  return shape;
}
/** What is in another order, missing or not known there. */
function differences(root: XmlNode, shape: Shape): string[] {
  const found: string[] = [];
  const walk = (node: XmlNode) => {
    const theirs = shape.get(node.name);
    const ours = [...new Set(node.children.map(({ name }) => name))];
    if (theirs && node.children.length > 0) {
      const common = ours.filter((name) => theirs.includes(name));
      const inOrder = theirs.filter((name) => ours.includes(name));
      if (common.join() !== inOrder.join()) found.push(`${node.name}: ${common.join()} is in another order`);
      // A part of the message that has no rows here may be absent as a whole; a row has all its boxes.
      if (node.name !== 'DecMessage')
        for (const name of theirs) if (!ours.includes(name)) found.push(`${node.name}/${name}: missing`);
      for (const name of ours)
        if (!theirs.includes(name) && !later.has(`${node.name}/${name}`))
          found.push(`${node.name}/${name}: unknown there`);
    }
    node.children.forEach(walk);
  };
  walk(root);
  return [...new Set(found)];
}

test('[N1] every declaration we write has the nodes, elements and order of the real ones', { skip }, () => {
  assert.ok(real.length > 0);
  assert.ok(written().length > 10);
  const shape = shapeOf(real);
  for (const { form, root } of written()) assert.deepEqual(differences(root, shape), [], form);
});

test('[N1] the comparison finds what is missing, unknown or out of order', { skip }, () => {
  const shape = shapeOf(real);
  const [root] = real;
  const changed = (name: string, children: (all: readonly XmlNode[]) => readonly XmlNode[]): XmlNode => ({
    ...(root as XmlNode),
    children: (root?.children ?? []).map((one) =>
      one.name === name ? { ...one, children: [...children(one.children)] } : one,
    ),
  });
  assert.deepEqual(differences(root as XmlNode, shape), []);
  assert.match(
    differences(
      changed('DecHead', (all) => all.slice(1)),
      shape,
    ).join(),
    /DecHead\/SeqNo: missing/,
  );
  assert.match(
    differences(
      changed('DecHead', (all) => all.toReversed()),
      shape,
    ).join(),
    /another order/,
  );
  const strange = { ...(root?.children[0]?.children[0] as XmlNode), name: 'Strange' };
  assert.match(
    differences(
      changed('DecSign', (all) => [...all, strange]),
      shape,
    ).join(),
    /DecSign\/Strange: unknown/,
  );
});

/** Where the table and the real message differ, or the box has its own condition (tests/conformance/element-dictionary.test.ts says the same of the form). */
const otherwise: Readonly<Record<string, string>> = {
  'DecHead/CopCode': 'the table says nine, the real message carries the ten of the customs registration',
  'DecList/SecondQty': 'said where the tariff has a second unit',
  'DecSign/Sign': 'comes with electronic signatures (P4)',
  'DecSign/SignDate': 'comes with electronic signatures (P4)',
};
type Box = { readonly length: string; readonly declare: boolean };
function boxes(): Map<string, Box> {
  const bytes = readFileSync(path.join(dir, 'dec_import_interface_fields.csv'));
  const [, ...rows] = parseCsv(bytes, { maxBytes: 1_000_000, maxRows: 1000, maxColumns: 20 });
  return new Map(
    rows.map(([, node = '', element = '', , , length = '', , declare = '']) => [
      `${/([A-Za-z]+)\s*$/.exec(node)?.[1] ?? node}/${element}`,
      { length, declare: declare.startsWith('是') },
    ]),
  );
}

test('[N1] no text is longer than its box of the interface, and nothing a declaration must say is empty', {
  skip,
}, () => {
  const known = boxes();
  const faults = new Set<string>();
  const walk = (node: XmlNode) => {
    for (const child of node.children) {
      const box = known.get(`${node.name}/${child.name}`);
      const room = Number(box?.length);
      if (child.children.length === 0 && box && !(`${node.name}/${child.name}` in otherwise)) {
        if (Number.isInteger(room) && room > 0 && [...child.text].length > room)
          faults.add(`${node.name}/${child.name}: ${child.text} is longer than ${room}`);
        if (box.declare && child.text === '') faults.add(`${node.name}/${child.name}: empty`);
      }
      walk(child);
    }
  };
  for (const { root } of written()) walk(root);
  assert.deepEqual([...faults], []);
});
