// Customs against the real files (N1): the public DecMessage imports without loss; receipts say what the table says.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mapDocument, registerChannels } from '../../hub/mapping/index.ts';
import { planScenarios } from '../../hub/partner/certification/plan-scenarios.ts';
import { parseXml, type XmlNode } from '../../runtime/codec/xml.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { channels } from '../index.ts';
import { customs } from './index.ts';
import { declarationFields, encodeDeclaration } from './map-outbound.ts';
import { readForm } from './read-form.ts';

const dir = path.join(process.env.PORTICO_SAMPLES ?? '../shared/samples', 'goods-declaration');
const skip = existsSync(dir) ? false : `no samples at ${dir}`;

/** Leaves with text, by path; rows numbered. */
function leaves(node: XmlNode, at = node.name, found: string[] = []): string[] {
  const seen = new Map<string, number>();
  for (const child of node.children) {
    const n = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, n);
    const here = `${at}/${child.name}[${n}]`;
    if (child.children.length > 0) leaves(child, here, found);
    else if (child.text.trim() !== '') found.push(`${here}=${child.text.trim()}`);
  }
  return found;
}

test('[P10][N1] the real DecMessage imports with no loss: exported again it is equal element by element', {
  skip,
}, () => {
  const bytes = readFileSync(path.join(dir, 'DecMessage_export_processing_trade_v3.1.xml'));
  const form = readForm({ bytes });
  assert.ok(form);
  const again = encodeDeclaration(mapDocument(declarationFields, form, {}));
  assert.deepEqual(leaves(parseXml(again.bytes)), leaves(parseXml(bytes)));
  const names = (node: XmlNode | undefined) =>
    node?.children.map((c) => c.name).filter((n) => n !== 'RcepOrigPlaceCode' && n !== 'ControlExplainCode');
  assert.deepEqual(
    names(parseXml(again.bytes).children[0]),
    names(parseXml(bytes).children[0]),
    'DecHead in the order of the interface',
  );
  assert.deepEqual(
    names(parseXml(again.bytes).children[1]?.children[0]),
    names(parseXml(bytes).children[1]?.children[0]),
    'DecList in the order of the interface',
  );
});

test('[N1] every real receipt is read', { skip }, () => {
  const said = readdirSync(dir)
    .filter((f) => /^(Receipt|Successed|Failed)/.test(f))
    .sort()
    .map((f) => customs.interpret({ bytes: readFileSync(path.join(dir, f)), fileName: f }));
  assert.equal(said.length, 4);
  const released = said.find((s) => s.facts.some((f) => f.fact === 'instruction' && f.kind === 'release'));
  assert.equal(released?.format, 'DEC_RESULT');
  const failed = said.flatMap((s) => s.facts).find((f) => f.fact === 'answer' && f.outcome === 'rejected');
  assert.equal(failed?.fact === 'answer' ? failed.row : undefined, 0, 'the rejected goods line is named');
});

test('[N1] hostile or foreign bytes are refused, never guessed at', () => {
  for (const text of [
    '<DEC_RESULT>',
    '<!DOCTYPE a [<!ENTITY b "c">]><DEC_RESULT/>',
    '<DEC_RESULT><CHANNEL>?</CHANNEL></DEC_RESULT>',
    '<other/>',
  ])
    assert.throws(() => customs.interpret({ bytes: Buffer.from(text) }), UnreadableMessage, text);
});

test('[N1] a rejected declaration is a scenario of its certification, with the box it names', () => {
  registerChannels(channels);
  const words = planScenarios(customs, '2026-11-26T02:00:00.000Z').flatMap((one) => one.words);
  assert.ok(words.includes('answer rejected GrossWet'));
});
