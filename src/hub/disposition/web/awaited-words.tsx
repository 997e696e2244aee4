// The officers' queue of words (P5, M3): what waits for the reader's authority, the clock that runs out first in front.
import { Link } from '@tanstack/react-router';
import { PagedTable, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { AwaitedWord, TestResult } from '../contract.ts';
import { useCountdown } from './use-countdown.ts';

export default function AwaitedWords() {
  const say = useSay();
  useLive();
  const list = usePages<AwaitedWord>(['live', 'awaited'], '/awaited-words?limit=50');
  return (
    <>
      <h1>{say('待我部门处置', 'Words awaited')}</h1>
      <p className="soft">
        {say('时限最先到的在前；点开一票即可下达指令。', 'The next clock first; open a case to instruct.')}
      </p>
      <PagedTable
        list={list}
        head={[say('业务编号', 'Case'), say('对象', 'Object'), say('时限', 'Due'), say('当前处置', 'Disposition')]}
        row={(one) => <Row key={one.id} one={one} />}
      />
      <TestResults />
    </>
  );
}

/** What was filed against a condition of this authority (GF18 7, 8), the longest waiting first; decided on the page of the case. */
function TestResults() {
  const say = useSay();
  const time = useTime();
  const list = usePages<TestResult>(['live', 'test-results'], '/test-results?limit=50');
  if (!list.data || list.data.pages.every((page) => page.items.length === 0)) return null;
  return (
    <>
      <h2>{say('待采信的检测结果', 'Test results to accept')}</h2>
      <PagedTable
        list={list}
        head={[say('业务编号', 'Case'), say('条件', 'Condition'), say('检测报告', 'Test report'), say('报送', 'Filed')]}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <Link to="/shipments/$id" params={{ id: one.shipmentId }}>
                {one.shipmentNumber}
              </Link>
            </td>
            <td>{one.instructionNumber}</td>
            <td>
              {one.laboratory} {one.reportNumber}
            </td>
            <td>
              {one.filedBy} {time(one.filedAt)}
            </td>
          </tr>
        )}
      />
    </>
  );
}

function Row({ one }: { one: AwaitedWord }) {
  const say = useSay();
  const time = useTime();
  const left = useCountdown(one.dueAt);
  return (
    <tr>
      <td>
        <Link to="/shipments/$id" params={{ id: one.shipmentId }}>
          {one.shipmentNumber}
        </Link>
      </td>
      <td>{say(one.objectLabel)}</td>
      <td>
        {time(one.dueAt)} {one.overdue ? <strong>{left}</strong> : <span className="soft">{left}</span>}
      </td>
      <td>
        <StateTag state={one.outcome} />
      </td>
    </tr>
  );
}
