import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRaw } from './format-raw.ts';

test('[P3] XML is indented by its depth and keeps its values', () => {
  const raw = '<?xml version="1.0"?><A x="1"><B>毛重 1 &lt; 2</B><C/><D><E>f g</E></D></A>';
  assert.equal(
    formatRaw(raw),
    [
      '<?xml version="1.0"?>',
      '<A x="1">',
      '  <B>毛重 1 &lt; 2</B>',
      '  <C/>',
      '  <D>',
      '    <E>f g</E>',
      '  </D>',
      '</A>',
    ].join('\n'),
  );
});

test('[P3] EDIFACT gets a line a segment, by its own separators; a released terminator stays in the value', () => {
  assert.equal(
    formatRaw("UNB+UNOA:2+A+B'FTX+AAI+++IT?'S HERE'UNZ+1+1'"),
    "UNB+UNOA:2+A+B'\nFTX+AAI+++IT?'S HERE'\nUNZ+1+1'",
  );
  assert.equal(formatRaw('UNA:+.! ~UNB+X!~Y~UNZ+1~'), 'UNA:+.! ~\nUNB+X!~Y~\nUNZ+1~');
});

test('[P3] JSON is indented; what is none of these, or broken, stays as it is', () => {
  assert.equal(formatRaw('{"a":[1]}'), '{\n  "a": [\n    1\n  ]\n}');
  assert.equal(formatRaw('{broken'), '{broken');
  assert.equal(formatRaw('00:IFTMBF:MT'), '00:IFTMBF:MT');
});
