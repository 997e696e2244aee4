// Records for an auditor (R18; 等保 8.1.4.3): the receipts of a shipment, an organisation or a time with contents and proofs, the keys, how
// to check them, and a list of digests over all of it. Written a page at a time; the exporting is an event of its own.
import { createHash } from 'node:crypto';
import { type Context, emitter } from '../../runtime/context.ts';
import { proveEvent } from '../../runtime/ledger/prove-event.ts';
import { listKeys, readWanted, type Wanted } from '../../runtime/ledger/store.ts';
import type { LedgerEvents } from './contract.ts';
import { toReceipt } from './read-receipt.ts';

const emit = emitter<LedgerEvents>();
const PAGE = 500;
/** Where the files go; called with whole lines, file after file. */
export type BundleFiles = { write(file: string, text: string): Promise<void> };

/** Hands over how many receipts there are. What is not under a signed head yet is in it as `pending`. */
export async function exportBundle(context: Context, wanted: Wanted, files: BundleFiles): Promise<number> {
  const digests = new Map<string, ReturnType<typeof createHash>>();
  const put = async (file: string, text: string) => {
    if (!digests.has(file)) digests.set(file, createHash('sha256'));
    digests.get(file)?.update(text);
    await files.write(file, text);
  };
  let receipts = 0;
  for (let after = 0; ; ) {
    const events = await readWanted(context.db, wanted, { after, limit: PAGE });
    for (const event of events)
      await put('receipts.jsonl', `${JSON.stringify(toReceipt(event, await proveEvent(context.db, event), true))}\n`);
    receipts += events.length;
    after = events.at(-1)?.position ?? after;
    if (events.length < PAGE) break;
  }
  const keys = (await listKeys(context.db)).map((key) => key.verifier);
  const about = Object.entries(wanted)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  await put(
    'README.md',
    explainBundle({ about, receipts, now: context.now, keys, files: 'receipts.jsonl', event: 'audit.exported' }),
  );
  const sums = [...digests].map(([file, digest]) => `${digest.digest('hex')}  ${file}\n`).join('');
  await files.write('SHA256SUMS', sums);
  const digest = createHash('sha256').update(sums).digest('hex');
  await emit(context, 'audit.exported', context.newId(), { wanted: about, receipts, digest });
  return receipts;
}

/** How to check it, for whoever opens it. */
export const explainBundle = ({
  about,
  receipts,
  now,
  keys,
  files,
  event,
}: {
  readonly about: string;
  readonly receipts: number;
  readonly now: string;
  readonly keys: readonly string[];
  readonly files: string;
  /** Under which type the digest stands in the ledger. */
  readonly event: string;
}): string => `# 审计导出 / Audit export

${about}：${receipts} 条记录，导出于 ${now}。
${about}: ${receipts} records, exported at ${now}.

- \`${files}\`：每行一份凭证：叶、内容与盐（已删除的除外）、到签名树头的证明 /
  one receipt a line: leaf, content and salt (unless erased), the proof up to a signed head.
- 核对 / to check, with Python’s standard library only:

      sha256sum -c SHA256SUMS
      python3 verify_ledger.py --key VERIFIER --head SAVED.note ${files}

  \`verify_ledger.py\` 与公钥请从可信渠道取得，不要用本包内的 / take the script and the key from where you trust, not from this bundle.
  本库公钥 / the ledger says its keys are: ${keys.join(' ')}
- SHA256SUMS 的摘要记入账本（${event}）/ the digest of SHA256SUMS stands in the ledger (${event}).
`;
