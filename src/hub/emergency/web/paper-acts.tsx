// The papers of one emergency (M10): entered by one person, confirmed by another, compared with what the partner says itself.
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { authorityName, PagedTable, ProblemNote, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { EmergencyView, PaperActView } from '../contract.ts';
import { EnterPaper } from './enter-paper.tsx';
import { paperKindName } from './paper-kind-name.ts';

const LOOK_MS = 5000;

export function PaperActs({ emergency }: { emergency: EmergencyView }) {
  const say = useSay();
  const time = useTime();
  const [entering, setEntering] = useState(false);
  const list = usePages<PaperActView>(
    ['emergencies', 'papers', emergency.id],
    `/emergencies/${emergency.id}/paper-acts?limit=20`,
    { refetchInterval: LOOK_MS },
  );
  const { problem, act } = useAct(['emergencies']);
  return (
    <>
      <div className="bar">
        <h3>{say('纸面文书', 'Acts on paper')}</h3>
        {emergency.state === 'active' && (
          <Button size="small" onClick={() => setEntering(true)}>
            {say('录入文书', 'Enter a paper')}
          </Button>
        )}
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="scroll-x">
        <PagedTable
          list={list}
          head={[
            say('货物', 'Case'),
            say('部门 · 决定', 'Authority · decision'),
            say('文书', 'Paper'),
            say('经手', 'By'),
            say('状态', 'State'),
            say('电子指令', 'Said electronically'),
            say('操作', 'To do'),
          ]}
          row={(one) => (
            <tr key={one.id}>
              <td>
                <Link to="/shipments/$id" params={{ id: one.shipmentId }}>
                  {one.shipmentNumber}
                </Link>
              </td>
              <td>
                {say(authorityName(one.authority))} · {say(paperKindName(one.kind))}
              </td>
              <td>
                {one.paperNumber}
                <div className="soft">
                  {one.signatory} · {time(one.paperAt)}
                </div>
              </td>
              <td>
                {one.enteredBy}
                {one.decidedBy && <div className="soft">{one.decidedBy}</div>}
              </td>
              <td>
                <StateTag state={one.overdue ? 'paper-overdue' : `paper-${one.state}`} />
                {one.settlement && <div className="soft">{one.settlement}</div>}
              </td>
              <td>{one.electronic && `${say(paperKindName(one.electronic.kind))} ${one.electronic.number}`}</td>
              <td>
                <Judge one={one} act={act} />
              </td>
            </tr>
          )}
        />
      </div>
      {entering && <EnterPaper emergency={emergency} close={() => setEntering(false)} />}
    </>
  );
}

function Judge({ one, act }: { one: PaperActView; act: (doing: () => Promise<unknown>) => Promise<boolean> }) {
  const say = useSay();
  const [words, setWords] = useState('');
  const decide = (body: object) => act(() => send('POST', `/paper-acts/${one.id}/decision`, body));
  if (one.state === 'entered')
    return (
      <div className="bar">
        <Button size="small" onClick={() => void decide({ accepted: true })}>
          {say('核对无误，确认', 'Confirm after the paper')}
        </Button>
        <Button
          size="small"
          onClick={() => void decide({ accepted: false, reason: say('与纸面不符', 'Not what the paper says') })}
        >
          {say('不符，退回', 'Send back')}
        </Button>
      </div>
    );
  if (one.state !== 'differing') return null;
  return (
    <div className="bar">
      <Input
        size="small"
        aria-label={say('处理说明', 'How it was settled')}
        placeholder={say('处理说明', 'How it was settled')}
        value={words}
        maxLength={500}
        onChange={(e) => setWords(e.target.value)}
        style={{ maxWidth: 200 }}
      />
      <Button
        size="small"
        disabled={words.trim() === ''}
        onClick={() => void act(() => send('POST', `/paper-acts/${one.id}/settlement`, { reason: words.trim() }))}
      >
        {say('处理', 'Settle')}
      </Button>
    </div>
  );
}
