// Duties and payment of a case (X3; B16 三(三)3): each bill with its state, the order to the bank and what became of it; paying it.
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import { type BillView, taxKindNames } from '../contract.ts';

export function PaymentCard({ shipmentId }: { shipmentId: string }) {
  const say = useSay();
  const session = useSession();
  const [paying, setPaying] = useState<BillView>();
  const list = useQuery({
    queryKey: ['live', 'payments', 'of', shipmentId],
    queryFn: () => get<{ items: BillView[] }>(`/shipments/${shipmentId}/payments`),
    enabled: session.data?.actions.includes('payment.read') ?? false,
  });
  if ((list.data?.items.length ?? 0) === 0) return null;
  return (
    <section className="card" aria-label={say('税费与支付', 'Duties and payment')}>
      <h2>{say('税费与支付', 'Duties and payment')}</h2>
      <Shown query={list}>{(l) => l.items.map((bill) => <Bill key={bill.id} bill={bill} pay={setPaying} />)}</Shown>
      {paying && <PayDialog bill={paying} close={() => setPaying(undefined)} />}
    </section>
  );
}

function Bill({ bill, pay }: { bill: BillView; pay: (bill: BillView) => void }) {
  const say = useSay();
  const time = useTime();
  const bad = bill.state === 'disputed' || bill.state === 'overdue';
  return (
    <div className={bad ? 'holder bad' : ''} style={{ marginBottom: 12 }}>
      <strong>
        {say(taxKindNames[bill.kind])} {bill.amount} {bill.currency}
      </strong>{' '}
      <StateTag state={`bill-${bill.state}`} />
      <SimulatedTag shown={bill.simulated} />
      <div className="soft" style={{ overflowWrap: 'anywhere' }}>
        {say('税单', 'Bill')} {bill.number} · {say('收款', 'payee')} {bill.payee}
        {bill.dueOn && ` · ${say('缴款期限', 'due')} ${bill.dueOn}`}
        {bill.summary && ` · ${say('汇总征税，按月汇总缴纳', 'summary tax, paid with the others of its month')}`}
        {bill.guaranteeNumber && ` · ${say('凭保函先放行', 'released under guarantee')} ${bill.guaranteeNumber}`}
        {bill.treasuryNumber && ` · ${say('国库', 'treasury')} ${bill.treasuryNumber}`}
      </div>
      {bill.orders.map((order) => (
        <div key={order.id} style={{ overflowWrap: 'anywhere' }}>
          <StateTag state={`order-${order.state}`} /> {time(order.orderedAt)} {order.orderedBy} ·{' '}
          {say('账号尾号', 'account ending')} {order.accountEnd} · {order.endToEndId}
          {order.settledAt && ` · ${say('扣款', 'paid')} ${time(order.settledAt)}`}
          {order.returned && ` · ${say('退回', 'came back')} ${order.returned} ${order.currency}`}
          {order.reason && <div>{say(order.reason)}</div>}
        </div>
      ))}
      {bill.can.includes('pay') && (
        <div className="bar">
          <Button
            size="small"
            type="primary"
            aria-label={say(`缴纳税单 ${bill.number}`, `Pay bill ${bill.number}`)}
            onClick={() => pay(bill)}
          >
            {say('缴纳', 'Pay')}
          </Button>
        </div>
      )}
    </div>
  );
}

const ACCOUNT = /^[0-9A-Za-z-]{6,34}$/;
function PayDialog({ bill, close }: { bill: BillView; close: () => void }) {
  const say = useSay();
  const [account, setAccount] = useState('');
  const [busy, setBusy] = useState(false);
  const { problem, act } = useAct(['live']);
  const pay = async () => {
    setBusy(true);
    const done = await act(() => send('POST', `/tax-bills/${bill.id}/payment`, { account }));
    setBusy(false);
    if (done) close();
  };
  return (
    <Modal
      open
      title={say(`缴纳税单 ${bill.number}`, `Pay bill ${bill.number}`)}
      okText={say('发出支付指令', 'Send the order')}
      okButtonProps={{ disabled: !ACCOUNT.test(account), loading: busy }}
      onCancel={close}
      onOk={() => void pay()}
    >
      <p>
        {say(taxKindNames[bill.kind])}{' '}
        <strong>
          {bill.amount} {bill.currency}
        </strong>{' '}
        → {bill.payee}
      </p>
      <label htmlFor="debtor-account">{say('付款账号', 'Account to pay from')}</label>
      <Input
        id="debtor-account"
        value={account}
        autoComplete="off"
        maxLength={34}
        onChange={(e) => setAccount(e.target.value.trim())}
      />
      <p className="soft">
        {say(
          '须已签订税费电子支付协议；6 至 34 位数字、字母或连字符。一张税单不会付两次。',
          'Under an agreement for electronic payment; 6 to 34 digits, letters or hyphens. No bill is paid twice.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
    </Modal>
  );
}
