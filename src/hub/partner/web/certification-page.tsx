// One certification, live: each scenario with what it wants, what went and came, and what was found; cancel; the signed report (issue 6).
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Progress } from 'antd';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import { type CertificationDetail, nameWord } from '../contract.ts';

const LIVE_MS = 1000;
type Step = CertificationDetail['steps'][number];

export default function CertificationPage() {
  const say = useSay();
  const { id } = useParams({ strict: false }) as { id: string };
  const run = useQuery({
    queryKey: ['certification', id],
    queryFn: () => get<CertificationDetail>(`/certifications/${id}`),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? LIVE_MS : false),
  });
  const { problem, act } = useAct(['certification', id]);
  return (
    <>
      <div className="bar">
        <h1>
          {say('伙伴认证', 'Certification')}
          {run.data ? ` · ${say(run.data.channelName)}` : ''}
        </h1>
        {run.data && (
          <Link to="/partners/$id" params={{ id: run.data.channel }}>
            {say('回到通道', 'Back to the channel')}
          </Link>
        )}
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={run}>
        {(one) => (
          <>
            <Head one={one} cancel={() => void act(() => send('POST', `/certifications/${id}/cancellation`))} />
            <section className="card" aria-label={say('各项', 'Scenarios')}>
              <h2>{say('各项', 'Scenarios')}</h2>
              <table className="plain stack">
                <thead>
                  <tr>
                    <th>{say('场景', 'Scenario')}</th>
                    <th>{say('结果', 'Outcome')}</th>
                    <th>{say('报文', 'Messages')}</th>
                  </tr>
                </thead>
                <tbody>
                  {one.steps.map((step) => (
                    <Row key={step.number} step={step} />
                  ))}
                </tbody>
              </table>
            </section>
          </>
        )}
      </Shown>
    </>
  );
}

function Head({ one, cancel }: { one: CertificationDetail; cancel: () => void }) {
  const say = useSay();
  const time = useTime();
  const done = one.passed + one.failed;
  return (
    <section className="card" aria-label={say('进度', 'Progress')}>
      <div className="bar">
        <StateTag state={`certification-${one.state}`} />
        <strong role="status">
          {say(
            `已进行 ${done} / ${one.scenarios}：通过 ${one.passed}，未通过 ${one.failed}`,
            `${done} of ${one.scenarios} done: ${one.passed} passed, ${one.failed} failed`,
          )}
        </strong>
        {one.state === 'running' && (
          <Button danger size="small" onClick={cancel}>
            {say('取消认证', 'Cancel')}
          </Button>
        )}
        {one.state === 'finished' && (
          <>
            <a href={`/api/v1/certifications/${one.id}/report.pdf`}>{say('签名报告（PDF）', 'Signed report (PDF)')}</a>
            <a href={`/api/v1/certifications/${one.id}/report`}>
              {say('签名报告与报文（JSON）', 'Signed report with messages (JSON)')}
            </a>
          </>
        )}
      </div>
      <Progress
        aria-label={say('进度', 'Progress')}
        percent={Math.round((done / Math.max(1, one.scenarios)) * 100)}
        status={one.failed > 0 ? 'exception' : 'normal'}
        showInfo={false}
      />
      <dl className="pairs">
        <dt>{say('测试系统', 'Test system')}</dt>
        <dd>{one.endpoint}</dd>
        <dt>{say('答复发到', 'Answers go to')}</dt>
        <dd>
          {one.answerTo}{' '}
          <span className="soft">
            {say('（随报文 X-Answer-To、X-Answer-Key 告知）', '(told with each document: X-Answer-To, X-Answer-Key)')}
          </span>
        </dd>
        <dt>{say('联系人', 'Contact')}</dt>
        <dd>{one.contact}</dd>
        <dt>{say('经办', 'Conducted by')}</dt>
        <dd>
          {one.startedBy} {time(one.startedAt)}
          {one.endedAt && ` – ${time(one.endedAt)}`}
        </dd>
      </dl>
    </section>
  );
}

function Row({ step }: { step: Step }) {
  const say = useSay();
  const time = useTime();
  const wants =
    step.wants === 'refuses'
      ? say('应拒收', 'Should be refused')
      : step.wants === 'silent'
        ? say('应接受而不答复', 'Should be taken without an answer')
        : step.expected.length > 0
          ? say(
              `应答复：${step.expected.map((word) => nameWord(word).zh).join('、')}`,
              `Should be answered with: ${step.expected.map((word) => nameWord(word).en).join(', ')}`,
            )
          : say('应接受', 'Should be taken');
  return (
    <tr>
      <td>
        {step.number}. {say(step.title)}
        <div className="soft">{wants}</div>
      </td>
      <td>
        <StateTag state={`scenario-${step.state}`} />
        {step.findings.map((found) => (
          <div key={found.en}>{say(found)}</div>
        ))}
      </td>
      <td>
        {step.messages.length === 0 ? (
          <span className="soft">–</span>
        ) : (
          <details>
            <summary>{say(`${step.messages.length} 份`, `${step.messages.length} messages`)}</summary>
            <ul className="plain-list">
              {step.messages.map((message) => (
                <li key={message.id}>
                  {message.direction === 'out' ? say('发', 'Sent') : say('收', 'Received')} {time(message.at)}{' '}
                  {say(...outcomeWords(message.outcome))}{' '}
                  {message.says.map((word) => say(nameWord(word))).join(say('、', ', '))}{' '}
                  <span className="soft">{message.sizeBytes} B</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}

/** How an attempt ended, or whether a message could be read; what the wire said stays as it was. */
function outcomeWords(outcome: string): readonly [zh: string, en: string] {
  const [word = '', ...rest] = outcome.split(' ');
  const names: Readonly<Record<string, string>> = {
    delivered: '已送达',
    refused: '被拒收',
    unreachable: '不可达',
    read: '已读取',
    unreadable: '无法读取',
  };
  return [[names[word] ?? word, ...rest].join(' '), outcome];
}
