// The list of what data platforms are told names events and fields that exist, none twice, and never a field that tells of people.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportedEvents } from '../../src/hub/exported-events.ts';
import { declaredEvents } from '../../tools/event-catalogue.ts';

const declared = new Map(declaredEvents().map(({ type, payload }) => [type, payload]));

test('[P3] every exported field stands in the payload of its event', () => {
  for (const [type, fields] of Object.entries(exportedEvents)) {
    const payload = declared.get(type);
    assert.ok(payload, `${type} is no event`);
    assert.equal(new Set(fields).size, fields.length, type);
    // Payloads that are put together from other types are checked where those are declared.
    if (!/&/.test(payload))
      for (const field of fields)
        assert.match(payload, new RegExp(`\\b${field.split('.')[0]}\\b`), `${type}: ${field}`);
  }
});

test('[P11] no field that tells of people, says a secret or is free text is exported', () => {
  for (const [type, fields] of Object.entries(exportedEvents))
    for (const field of fields)
      assert.doesNotMatch(
        field,
        /^(by|reason|text|because|token|place|site|name|account|paperNumber)$|^(bill|containers)/,
        type,
      );
});
