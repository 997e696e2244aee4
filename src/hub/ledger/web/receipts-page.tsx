// The ledger for everybody who has a receipt: check one by its number or its file, and see that the ledger only ever grew since this
// browser first looked. Everything is checked here, not by the server.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import type { LedgerKey, ReceiptView, TreeHead } from '../contract.ts';
import { keepHead } from './keep-head.ts';
import { ProofOf, ProofView } from './proof-view.tsx';

const RECEIPT = /^[\w:-]{1,80}\.[0-9a-f-]{36}$/;

export default function ReceiptsPage() {
  const say = useSay();
  const me = useSession().data;
  const [id, setId] = useState<string>();
  const [receipt, setReceipt] = useState<ReceiptView>();
  const [problem, setProblem] = useState<unknown>();
  const read = async (file: File | undefined) => {
    setProblem(undefined);
    setId(undefined);
    try {
      if (file) setReceipt(JSON.parse(await file.text()) as ReceiptView);
    } catch (error) {
      setReceipt(undefined);
      setProblem(error);
    }
  };
  return (
    <>
      <div className="bar">
        <h1>{say('凭证与账本', 'Receipts and ledger')}</h1>
        {me?.actions.includes('look.read') && (
          <Link to="/looks">{say('谁看过我的单证', 'Who has looked at my documents')}</Link>
        )}
      </div>
      <div className="two">
        <section className="card" aria-label={say('核验凭证', 'Check a receipt')}>
          <h2>{say('核验凭证', 'Check a receipt')}</h2>
          <p className="soft">
            {say(
              '核验在本浏览器内完成；也可用 tools/verify_ledger.py 离线核验。',
              'Checked in this browser; tools/verify_ledger.py checks it offline.',
            )}
          </p>
          <Input.Search
            aria-label={say('凭证编号', 'Receipt number')}
            placeholder={say(
              '凭证编号（提交、来文、重发的答复中 receiptId）',
              'Number (receiptId in the answer to a submission)',
            )}
            enterButton={say('核验', 'Check')}
            onSearch={(text) => {
              setReceipt(undefined);
              setProblem(RECEIPT.test(text.trim()) ? undefined : say('这不是凭证编号', 'This is no receipt number'));
              setId(RECEIPT.test(text.trim()) ? text.trim() : undefined);
            }}
          />
          <p>
            <label htmlFor="receipt-file">{say('或选择凭证文件（JSON）', 'Or choose a receipt file (JSON)')}</label>{' '}
            <input
              id="receipt-file"
              type="file"
              accept="application/json"
              onChange={(event) => void read(event.target.files?.[0])}
            />
          </p>
          {problem !== undefined &&
            (typeof problem === 'string' ? <p role="alert">{problem}</p> : <ProblemNote error={problem} />)}
          {id !== undefined && <ProofOf key={id} id={id} />}
          {receipt !== undefined && <ProofView receipt={receipt} />}
        </section>
        <Ledger />
      </div>
    </>
  );
}

function Ledger() {
  const say = useSay();
  const time = useTime();
  const heads = useQuery({
    queryKey: ['ledger-heads'],
    queryFn: async () => {
      const { items } = await get<{ items: TreeHead[] }>('/ledger/heads?limit=5');
      const keys = (await get<{ items: LedgerKey[] }>('/ledger/keys')).items;
      return {
        items,
        keys,
        kept: await keepHead(
          items[0],
          keys.map((key) => key.verifier),
        ),
      };
    },
    refetchInterval: 5000,
  });
  return (
    <section className="card scroll" aria-label={say('账本', 'Ledger')}>
      <h2>{say('账本', 'Ledger')}</h2>
      <Shown query={heads} empty={(h) => h.items.length === 0}>
        {({ items, keys, kept }) => (
          <>
            {kept && (
              <p className={kept.holds ? 'holder good' : 'holder bad'} role={kept.holds ? 'status' : 'alert'}>
                {say(kept.text)}
              </p>
            )}
            <table className="plain">
              <thead>
                <tr>
                  <th>{say('叶子', 'Leaves')}</th>
                  <th>{say('签名时间', 'Signed')}</th>
                  <th className="wide">{say('根', 'Root')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((head) => (
                  <tr key={head.size}>
                    <td>{head.size}</td>
                    <td>{time(head.signedAt)}</td>
                    <td className="wide">
                      <code>{head.root.slice(0, 24)}…</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <h3>{say('验签公钥', 'Verifier keys')}</h3>
            {keys.map((key) => (
              <p key={key.verifier}>
                <code className="breaks">{key.verifier}</code>
              </p>
            ))}
            {items[0] && (
              <Button onClick={() => takeAway(items[0] as TreeHead)}>
                {say('保存最新树头', 'Save the latest head')}
              </Button>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function takeAway(head: TreeHead): void {
  const address = URL.createObjectURL(new Blob([head.note], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `head-${head.size}.note`;
  link.click();
  URL.revokeObjectURL(address);
}
