import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookingContent } from '../../../tests/support/bookings.ts';
import { waterExport } from '../../../tests/support/forms.ts';
import type { BookingContent } from './contract.ts';
import { brokenRules } from './rules-booking.ts';
import { suggestBooking } from './suggest-booking.ts';

const paths = (more: Partial<BookingContent>) => brokenRules({ ...bookingContent, ...more }).map(({ path }) => path);

test('[N11] a vessel is named by its name, a voyage with its vessel or its service', () => {
  assert.deepEqual(paths({}), []);
  assert.deepEqual(paths({ vesselImo: '9469560' }), ['vesselName']);
  assert.deepEqual(paths({ vesselImo: '9469560', vesselName: 'MIN SHENG 1' }), []);
  assert.deepEqual(paths({ voyage: '2647E' }), ['voyage']);
  assert.deepEqual(paths({ voyage: '2647E', serviceCode: 'YZ1' }), []);
});

test('[N11] what the form says of its conveyance is suggested', () => {
  const { vesselName, vesselImo, voyage } = suggestBooking(waterExport('CLEAN-1'));
  assert.deepEqual(
    { vesselName, vesselImo, voyage },
    { vesselName: 'MIN SHENG 1', vesselImo: '9469560', voyage: '2647E' },
  );
  const unnamed = suggestBooking({ ...waterExport('CLEAN-1'), conveyanceName: '' });
  assert.equal(unnamed.vesselImo, undefined);
});
