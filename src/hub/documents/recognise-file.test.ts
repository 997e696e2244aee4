import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recogniseFile } from './recognise-file.ts';

test('[P2] the content decides what an attachment is, whatever its name says', () => {
  assert.equal(recogniseFile(Buffer.from('%PDF-1.7\n'))?.mediaType, 'application/pdf');
  assert.equal(recogniseFile(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))?.mediaType, 'image/jpeg');
  assert.equal(recogniseFile(Buffer.from('89504e470d0a1a0a00', 'hex'))?.mediaType, 'image/png');
  assert.equal(recogniseFile(Buffer.from('PK\x03\x04....OFD.xml'))?.mediaType, 'application/ofd');
});

test('[P2] scripts, pages, programs and plain archives are not taken as attachments', () => {
  for (const text of [
    '',
    '<html><script>',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    'MZ\x90',
    '#!/bin/sh',
    'PK\x03\x04....word/document.xml',
    ' %PDF-1.7',
  ])
    assert.equal(recogniseFile(Buffer.from(text)), undefined, text);
});
