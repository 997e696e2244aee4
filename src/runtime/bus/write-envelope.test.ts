// What goes out is named field by field and has the form of an id, a code, a number or a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportedEvents } from '../../hub/exported-events.ts';
import type { StoredEvent } from '../context.ts';
import { writeEnvelope } from './write-envelope.ts';

const event = (type: string, payload: object, subject = '01a2160e-0332-7000-b272-7ff7b00462a4'): StoredEvent => ({
  position: 7,
  id: '01a2160e-0332-7000-b272-7ff7b00462a5',
  type,
  subject,
  payload,
  occurredAt: '2026-11-26T04:00:00.000Z',
  actor: { kind: 'person', id: 'user-4711', name: '陈演示', organisationId: 'org' },
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
});
const written = (...given: Parameters<typeof event>) =>
  JSON.parse(writeEnvelope(event(...given), exportedEvents, 'https://window.example'));

test('[P3] an envelope is a CloudEvent with what is listed for its type, and nothing of who did it', () => {
  const told = written('release.granted', {
    shipmentId: 's-1',
    releaseId: 'r-1',
    number: 'FX2611260001',
    objectId: 'o-1',
    token: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
    stationId: 'CQ-YARD',
    automatic: true,
  });
  assert.deepEqual(told, {
    specversion: '1.0',
    id: '01a2160e-0332-7000-b272-7ff7b00462a5',
    source: 'https://window.example',
    type: 'release.granted',
    subject: '01a2160e-0332-7000-b272-7ff7b00462a4',
    time: '2026-11-26T04:00:00.000Z',
    position: '7',
    traceid: '4bf92f3577b34da6a3ce929d0e0e4736',
    datacontenttype: 'application/json',
    data: {
      shipmentId: 's-1',
      releaseId: 'r-1',
      number: 'FX2611260001',
      objectId: 'o-1',
      automatic: true,
      stationId: 'CQ-YARD',
    },
  });
});

test('[P3] free text is left out even where its field is listed; a type nobody listed goes out bare', () => {
  const told = written('shipment.drafted', { shipmentId: '张三 13800000000', number: 'a@b.example' }, '陈 演示');
  assert.deepEqual([told.data, told.subject], [undefined, undefined]);
  assert.equal(written('some.new-event', { shipmentId: 's-1' }).data, undefined);
});
