// Reconciliation (对账): lines of bank statements that no order explains, for the port office to settle with a reason.
import { Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { PagedTable, ProblemNote, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { LineView } from '../contract.ts';

export function StatementLines() {
  const say = useSay();
  const [state, setState] = useState<LineView['state']>('open');
  const [settling, setSettling] = useState<LineView>();
  const list = usePages<LineView>(['exchange', 'payment-lines', state], `/payment-lines?state=${state}`);
  return (
    <section className="card scroll" aria-label={say('银行对账', 'Bank statements')}>
      <h2>{say('银行对账', 'Bank statements')}</h2>
      <div className="bar">
        <Segmented
          aria-label={say('对账状态', 'State of lines')}
          value={state}
          onChange={setState}
          options={[
            { value: 'open', label: say('未匹配', 'Not matched') },
            { value: 'matched', label: say('已匹配', 'Matched') },
            { value: 'settled', label: say('已处理', 'Settled') },
          ]}
        />
      </div>
      <PagedTable
        list={list}
        head={[say('入账', 'Booked'), say('金额', 'Amount'), say('说明', 'Explanation'), say('处理', 'Settle')]}
        row={(line) => <Line key={line.id} line={line} settle={setSettling} />}
      />
      {settling && <SettleDialog line={settling} close={() => setSettling(undefined)} />}
    </section>
  );
}

function Line({ line, settle }: { line: LineView; settle: (line: LineView) => void }) {
  const say = useSay();
  return (
    <tr>
      <td>
        {line.bookedOn}
        <div className="soft" style={{ overflowWrap: 'anywhere' }}>
          {line.statementNumber} · {line.reference}
        </div>
      </td>
      <td>
        {line.credit ? say('收', 'in') : say('付', 'out')} {line.amount} {line.currency}
        <div className="soft" style={{ overflowWrap: 'anywhere' }}>
          {line.endToEndId}
        </div>
      </td>
      <td>
        <StateTag state={`line-${line.state}`} />
        <SimulatedTag shown={line.simulated} />
        {line.why && <div>{say(line.why)}</div>}
        {line.settledReason && (
          <div>
            {line.settledBy}: {line.settledReason}
          </div>
        )}
      </td>
      <td>
        {line.state === 'open' && (
          <Button
            size="small"
            aria-label={say(`处理明细 ${line.reference}`, `Settle line ${line.reference}`)}
            onClick={() => settle(line)}
          >
            {say('处理', 'Settle')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function SettleDialog({ line, close }: { line: LineView; close: () => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const { problem, act } = useAct(['exchange', 'payment-lines']);
  const settle = async () => {
    if (await act(() => send('POST', `/payment-lines/${line.id}/settlement`, { reason }))) close();
  };
  return (
    <Modal
      open
      title={say(`处理明细 ${line.reference}`, `Settle line ${line.reference}`)}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      onCancel={close}
      onOk={() => void settle()}
    >
      <label htmlFor="line-reason">{say('这笔款项是什么、如何处理', 'What it was, and what was done')}</label>
      <Input id="line-reason" maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
      {problem !== undefined && <ProblemNote error={problem} />}
    </Modal>
  );
}
