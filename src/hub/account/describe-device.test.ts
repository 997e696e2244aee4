import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeDevice } from './describe-device.ts';

test('[P11] a browser is named by the words its owner knows it by, whatever it sends', () => {
  const mozilla = 'Mozilla/5.0';
  const cases: readonly (readonly [string | undefined, string])[] = [
    [`${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36`, 'Chrome · Windows'],
    [`${mozilla} (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0`, 'Edge · Windows'],
    [`${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1`, 'Safari · iOS'],
    [`${mozilla} (Linux; Android 15) Chrome/140.0 Mobile MicroMessenger/8.0`, '微信 WeChat · Android'],
    [`${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox · Linux'],
    ['curl/8.5.0', '程序 program'],
    ['<script>alert(1)</script>', ''],
    ['', ''],
    [undefined, ''],
  ];
  for (const [given, words] of cases) assert.equal(describeDevice(given), words);
});
