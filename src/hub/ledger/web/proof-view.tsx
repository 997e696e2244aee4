// One receipt, checked in this browser: each thing that has to hold with yes or no in words, and the receipt itself to take away.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { CheckList } from '../../../web/check-list.tsx';
import { useSay } from '../../../web/language.tsx';
import type { LedgerKey, ReceiptView } from '../contract.ts';
import { checkReceipt } from './check-receipt.ts';

const AGAIN_MS = 1000;

export function ProofOf({ id }: { id: string }) {
  const receipt = useQuery({
    queryKey: ['receipt', id],
    queryFn: () => get<ReceiptView>(`/receipts/${id}`),
    // Under a signed head after a second or so.
    refetchInterval: (query) => (query.state.data?.state === 'pending' ? AGAIN_MS : false),
  });
  return <Shown query={receipt}>{(r) => <ProofView receipt={r} />}</Shown>;
}

export function ProofView({ receipt }: { receipt: ReceiptView }) {
  const say = useSay();
  const checks = useQuery({
    queryKey: ['receipt-check', receipt],
    queryFn: async () => {
      const { items } = await get<{ items: LedgerKey[] }>('/ledger/keys');
      return checkReceipt(
        receipt,
        items.map((key) => key.verifier),
      );
    },
  });
  if (receipt.state === 'pending')
    return (
      <p role="status">
        {say('已写入，等待下一个签名树头（约一秒）…', 'Written; the next signed head is due in a second…')}
      </p>
    );
  return (
    <>
      <Shown query={checks}>{(list) => <CheckList checks={list} />}</Shown>
      <dl className="facts">
        <dt>{say('叶序号 / 树大小', 'Leaf / tree size')}</dt>
        <dd>
          {receipt.index} / {receipt.head?.size}
        </dd>
        <dt>{say('叶子散列', 'Leaf hash')}</dt>
        <dd>
          <code>{receipt.leafHash}</code>
        </dd>
        <dt>{say('树头根', 'Root of the head')}</dt>
        <dd>
          <code>{receipt.head?.root}</code>
        </dd>
      </dl>
      <Button size="small" onClick={() => download(receipt)}>
        {say('下载凭证（JSON）', 'Download the receipt (JSON)')}
      </Button>
    </>
  );
}

function download(receipt: ReceiptView): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `receipt-${receipt.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
