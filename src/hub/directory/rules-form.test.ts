// What an application for the directory must have, said by box, rule and remedy in both languages (N7; SC 22).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplicationKind, DirectoryForm } from './contract.ts';
import { exampleForm } from './replies.ts';
import { type Known, faultsOfForm } from './rules-form.ts';

const known: Known = { uscc: '91500103MA5UTRA017', customsCode: '5003160A01' };
const { nameEn: _own, ...form } = exampleForm;
const rulesOf = (kind: ApplicationKind, given: DirectoryForm, more: Known = {}) =>
  faultsOfForm(kind, given, { ...known, ...more }).map((one) => `${one.path} ${one.rule}`);

test('[N7] a whole form of each kind passes', () => {
  assert.deepEqual(rulesOf('register', form), []);
  assert.deepEqual(rulesOf('change', { ...form, directoryNumber: 'ML1', changes: '地址' }), []);
  const { name, uscc, contactName, contactPhone } = form as Record<string, string>;
  const cancel = { name, uscc, contactName, contactPhone, directoryNumber: 'ML1', reason: '不再经营' } as DirectoryForm;
  assert.deepEqual(rulesOf('cancel', cancel), []);
});

test('[N7] what is missing, wrong or of another kind is named with its box, and every finding says what to do in both languages', () => {
  const bad: DirectoryForm = {
    ...form,
    uscc: '91500112MA5UTRB021',
    customsCode: '5003160A09',
    postcode: '4000',
    inSpecialZone: 'x',
    contactPhone: 'none',
    contactEmail: 'none',
    reason: '不再经营',
  };
  assert.deepEqual(rulesOf('register', { ...bad, address: '' }), [
    'uscc applies-for-itself',
    'customsCode customs-code-as-registered',
    'address directory-form-is-complete',
    'postcode postcode-has-six-digits',
    'inSpecialZone yes-or-no',
    'contactPhone telephone',
    'contactEmail one-plain-address',
    'reason directory-form-has-no-other-box',
  ]);
  assert.deepEqual(rulesOf('register', { ...form, uscc: '91500103MA5UTRA018' }), ['uscc uscc-check-digit']);
  for (const one of faultsOfForm('register', { ...bad, address: '' }, known)) {
    assert.ok(one.message.zh !== '' && one.message.en !== '' && one.remedy.zh !== '' && one.remedy.en !== '', one.rule);
    assert.equal(one.severity, 'error');
  }
});

test('[N7] who stands there registers no more, names the number that was told, and a change changes something', () => {
  const listed = { number: 'ML9', state: 'registered' as const };
  assert.deepEqual(rulesOf('register', form, { listed }), ['kind registered-once']);
  assert.deepEqual(rulesOf('register', form, { listed: { number: 'ML9', state: 'ended' } }), []);
  const change = { ...form, directoryNumber: 'ML1', changes: '地址' };
  assert.deepEqual(rulesOf('change', change, { listed }), ['directoryNumber directory-number-as-told']);
  assert.deepEqual(rulesOf('change', { ...change, directoryNumber: 'ML9' }, { listed, before: form }), [
    'changes a-change-changes-something',
  ]);
  assert.deepEqual(
    rulesOf('change', { ...change, directoryNumber: 'ML9', postcode: '400011' }, { listed, before: form }),
    [],
  );
});
