// A condition of a test on a case of the world, and what files a result against it (GF18 7, 8).
import assert from 'node:assert/strict';
import type { BlockingView, Instruction } from '../../src/hub/disposition/contract.ts';
import type { World } from './world.ts';

let made = 0;
/** Customs lets an object go on the condition of a test. */
async function conditionOf(world: World) {
  const shipmentId = world.ids.inspected;
  const { objects } = await world.clients.customs.get<BlockingView>(`/shipments/${shipmentId}/disposition`);
  const object = objects.find((one) => one.type === 'goods-line')?.id;
  assert.ok(object);
  made += 1;
  const condition = await world.clients.customs.send<Instruction>('POST', '/instructions', {
    shipmentId,
    objects: [object],
    kind: 'conditional-release',
    term: 'third-party-result',
    reason: '抽样送检',
  });
  const report = { laboratory: '检测机构', accreditation: 'CMA 1', reportNumber: `JC-${made}` };
  return { shipmentId, about: { ...report, instructionId: condition.id }, bytes: Buffer.from(`%PDF-1.7\n${made}`) };
}
/** The body that files a result, with a report of its own. */
export async function testAsked(world: World) {
  const { shipmentId, about, bytes } = await conditionOf(world);
  const at = `/shipments/${shipmentId}/attachments`;
  const attached = await world.clients.trader.raw('POST', at, bytes);
  const { id: documentId } = (await attached.json()) as { id: string };
  return { path: `/shipments/${shipmentId}/test-results`, body: { ...about, documentId } };
}
/** The report itself, filed as it is uploaded. */
export async function reportAsked(world: World) {
  const { shipmentId, about, bytes } = await conditionOf(world);
  return { path: `/shipments/${shipmentId}/test-reports?${new URLSearchParams(about)}`, bytes };
}
export async function filedTestResult(world: World): Promise<string> {
  const { path, body } = await testAsked(world);
  return (await world.clients.trader.send<{ id: string }>('POST', path, body)).id;
}
