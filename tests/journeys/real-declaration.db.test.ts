// The real DecMessage, posted as a program would, mended where the declare check asks, and driven to gate-out by the API alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { ReleaseView, VerifyResult } from '../../src/hub/release/contract.ts';
import type { CheckResult, ShipmentView } from '../../src/hub/shipment/contract.ts';
import { signIn, startTestApplication, until } from '../support/application.ts';

const file = path.join(
  process.env.PORTICO_SAMPLES ?? '../shared/samples',
  'goods-declaration/DecMessage_export_processing_trade_v3.1.xml',
);

test('[P10][P12][P7] the real DecMessage goes from a posted file to the gate through the API alone', {
  skip: existsSync(file) ? false : `no sample at ${file}`,
}, async () => {
  const application = await startTestApplication();
  try {
    const manager = await signIn(application, 'trader');
    const key = await manager.send<{ secret: string }>('POST', '/api-keys', { name: 'ERP' }, 201);
    const program = async <T>(
      method: string,
      at: string,
      body?: BodyInit,
      headers: Record<string, string> = {},
    ): Promise<T> => {
      const answer = await fetch(`${application.url}/api/v1${at}`, {
        method,
        headers: { authorization: `Bearer ${key.secret}`, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.text();
      assert.ok(answer.ok, `${method} ${at}: ${answer.status} ${text}`);
      return JSON.parse(text) as T;
    };
    const json = { 'content-type': 'application/json' };
    const receipt = await program<{ shipmentId: string; digest: string }>('POST', '/messages', readFileSync(file), {
      'content-type': 'application/xml',
      'idempotency-key': 'real-1',
    });
    const again = await program<{ shipmentId: string }>('POST', '/messages', readFileSync(file), {
      'content-type': 'application/xml',
      'idempotency-key': 'real-1',
    });
    assert.equal(again.shipmentId, receipt.shipmentId, 'the same key has one effect');
    const draft = await program<ShipmentView>('GET', `/shipments/${receipt.shipmentId}`);
    assert.deepEqual(
      draft.findings.filter((f) => f.severity === 'error'),
      [],
      'the file passes the draft check as it is',
    );
    const check = await program<CheckResult>(
      'POST',
      `/shipments/${draft.id}/check`,
      JSON.stringify({ step: 'declare' }),
      json,
    );
    const errors = check.findings.filter((f) => f.severity === 'error').map((f) => f.path);
    assert.ok(errors.length <= 6, `few honest fixes are asked: ${errors.join(' ')}`);
    // The file comes from Dongguan, where the owner is not registered here: the poster files it as his own.
    const own = { traderName: draft.owner.name, traderUscc: '91500103MA5UTRA017', traderCode: '5003160A01' };
    const saved = await program<{ revision: number }>(
      'PUT',
      `/shipments/${draft.id}/form`,
      JSON.stringify({ form: { ...draft.form, ...own }, revision: draft.revision }),
      json,
    );
    await program('POST', `/shipments/${draft.id}/submit`, JSON.stringify({ revision: saved.revision }), json);
    const [release] = await until(
      async () => (await program<{ items: ReleaseView[] }>('GET', `/shipments/${draft.id}/releases`)).items,
      (items) => items.length === 1,
      'released',
    );
    assert.match(release?.token ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/);
    // Mode 9 names no border: the goods go by the gate of the zone (0041).
    const gate = await signIn(application, 'zonegate');
    const verified = await gate.send<VerifyResult>('POST', '/releases/verification', { token: release?.token ?? '' });
    assert.ok(verified.valid || verified.release?.state === 'used');
    await until(
      () => program<ShipmentView>('GET', `/shipments/${draft.id}`),
      (s) => s.state === 'closed',
      'gated out',
    );
  } finally {
    await application.stop();
  }
  assert.deepEqual(application.faults, []);
});
