// Which channel writes countries, currencies, kinds of packages and units in which codes. What stands here as the form's has been looked at: the partner
// takes the national codes of today, or no format of its own is public (its README). A new field has to say which it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels } from '../../src/channels/index.ts';
import { elements } from '../../src/hub/shipment/elements.ts';
import { isPlugged } from '../support/plugged.ts';

const isOfPlugged = (line: string): boolean => isPlugged(line.split(' ')[0] ?? '');
const THE_FORMS = 'as the form has it';
const lists = ['country', 'currency', 'package-kind', 'unit'];
const written = new Set(
  channels.flatMap((channel) =>
    channel.documents.flatMap(({ fields }) =>
      fields.flatMap(({ from, codes, convert }) =>
        from.flatMap((id) => {
          const list = elements.find((element) => element.id === id)?.codeList ?? '';
          return lists.includes(list) && !convert ? [`${channel.id} ${list}: ${codes?.id ?? THE_FORMS}`] : [];
        }),
      ),
    ),
  ),
);

test('[N1][N2][P10] every channel writes its codes by the table of its partner', () => {
  assert.deepEqual(
    [...written].filter((line) => !line.endsWith(THE_FORMS)).sort(),
    [
      'airport-station country: country-alpha-2',
      'bonded country: country-numeric',
      'bonded currency: currency-numeric',
      'carrier package-kind: package-unece',
      'customs country: declaration-country',
      'customs currency: declaration-currency',
      'customs package-kind: declaration-package-kind',
      'customs package-kind: package-unece',
      'quarantine country: country-quarantine',
      'quarantine package-kind: package-quarantine',
    ].filter(isOfPlugged),
  );
  assert.deepEqual(
    [...written]
      .filter((line) => line.endsWith(THE_FORMS))
      .map((line) => line.split(':')[0])
      .sort(),
    [
      'bonded unit',
      'border-inspection country',
      // It goes out as yes or no: whether it lies in the zone of ICS2.
      'carrier country',
      'commerce currency',
      'commerce unit',
      'customs country',
      'customs unit',
      'forex country',
      'forex currency',
      'maritime country',
      'municipal-approval currency',
      'municipal-approval unit',
      'other-window country',
      'other-window currency',
      'other-window unit',
      'post-express package-kind',
      'quarantine unit',
      'tax country',
      'tax currency',
      'tax unit',
    ].filter(isOfPlugged),
  );
});
