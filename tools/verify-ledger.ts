// `npm run verify-ledger -- --key VERIFIER RECEIPT…`: checks receipts (JSON of GET /receipts/{id}) without asking anybody; `--key` is the line
// from GET /ledger/keys that you were given once. `tools/verify_ledger.py` does the same in Python, and whole exports besides.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ReceiptView } from '../src/hub/ledger/contract.ts';
import { checkReceipt } from '../src/hub/ledger/web/check-receipt.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string', multiple: true, default: [] } },
});
if (positionals.length === 0 || values.key.length === 0) {
  process.stderr.write('用法 / usage: npm run verify-ledger -- --key VERIFIER RECEIPT.json …\n');
  process.exit(2);
}
for (const file of positionals) {
  const checks = await checkReceipt(JSON.parse(readFileSync(file, 'utf-8')) as ReceiptView, values.key);
  for (const { holds, text } of checks) process.stdout.write(`${file}: ${holds ? '✓' : '✗'} ${text.zh} / ${text.en}\n`);
  if (checks.some((one) => !one.holds)) process.exitCode = 1;
}
