// Test results beside the condition they answer (GF18 7, 8): the party concerned files the laboratory's report, the authority whose condition it
// is accepts or refuses it with a reason; what was filed before stays to be read.
import { Button } from 'antd';
import { useState } from 'react';
import { send, sendFile } from '../../../web/api.ts';
import { authorityName, ProblemNote } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useTextFields } from '../../../web/text-fields.tsx';
import { useAct } from '../../../web/use-act.ts';
import { type BlockingView, type Instruction, type TestResult, testTerms } from '../contract.ts';
import { termName } from './kind-name.ts';

export function ConditionTests({ view, mayFile }: { view: BlockingView; mayFile: boolean }) {
  const standing = new Set(
    view.objects.flatMap((o) =>
      o.disposition.holders.flatMap((h) => (h.kind === 'condition' && h.via === undefined ? [h.instructionId] : [])),
    ),
  );
  return view.instructions.map((condition) => {
    const { term } = condition;
    if (!term || !testTerms.includes(term)) return null;
    const results = view.testResults.filter((one) => one.instructionId === condition.id);
    const stands = standing.has(condition.id);
    if (!stands && results.length === 0) return null;
    return (
      <Condition
        key={condition.id}
        shipmentId={view.shipmentId}
        condition={condition}
        name={termName(term)}
        results={results}
        mayFile={mayFile && stands && results.every((one) => one.state !== 'filed')}
      />
    );
  });
}

function Condition({
  shipmentId,
  condition,
  name,
  results,
  mayFile,
}: {
  shipmentId: string;
  condition: Instruction;
  name: ReturnType<typeof termName>;
  results: readonly TestResult[];
  mayFile: boolean;
}) {
  const say = useSay();
  return (
    <section className="card" aria-label={`${say('检测结果', 'Test results')} ${condition.number}`}>
      <h3>
        {say(authorityName(condition.authority))} · {say(name)} {condition.number}
      </h3>
      {results.map((one) => (
        <OneResult key={one.id} one={one} />
      ))}
      {mayFile && <FileForm shipmentId={shipmentId} condition={condition} />}
    </section>
  );
}

function OneResult({ one }: { one: TestResult }) {
  const say = useSay();
  const time = useTime();
  const own = useSession().data?.organisation.authority === one.authority;
  return (
    <div style={{ marginBottom: 8 }}>
      <a href={`/api/v1/documents/${one.documentId}/content`}>
        {say('检测报告', 'Test report')} {one.reportNumber}
      </a>{' '}
      · {one.laboratory} ({one.accreditation})
      <div className="soft">
        {one.filedBy} {time(one.filedAt)}
        {one.decidedAt && ` · ${one.decidedBy} ${time(one.decidedAt)}`}
      </div>
      <strong>
        {one.state === 'filed'
          ? say(`待${authorityName(one.authority).zh}采信`, `Waits for ${authorityName(one.authority).en}`)
          : one.state === 'accepted'
            ? say(`已采信，条件解除：${one.reason}`, `Accepted, the condition has ended: ${one.reason}`)
            : say(`未采信，条件仍有效：${one.reason}`, `Not accepted, the condition stands: ${one.reason}`)}
      </strong>
      {own && one.state === 'filed' && <DecideForm id={one.id} />}
    </div>
  );
}

function DecideForm({ id }: { id: string }) {
  const say = useSay();
  const { problem, act } = useAct(['live']);
  const form = useTextFields(`decide-${id}`, () => ({}));
  const reason = form.words('reason');
  const decide = (accepted: boolean) =>
    void act(() => send('POST', `/test-results/${id}/decision`, { accepted, reason }));
  return (
    <>
      {form.field('reason', '采信或不采信的理由', 'Why it is accepted or not', { maxLength: 300 })}
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="bar">
        <Button type="primary" disabled={reason === ''} onClick={() => decide(true)}>
          {say('采信并放行', 'Accept and release')}
        </Button>
        <Button disabled={reason === ''} onClick={() => decide(false)}>
          {say('不采信', 'Do not accept')}
        </Button>
      </div>
    </>
  );
}

function FileForm({ shipmentId, condition }: { shipmentId: string; condition: Instruction }) {
  const say = useSay();
  const [file, setFile] = useState<File>();
  const { problem, act } = useAct(['live'], ['documents']);
  const form = useTextFields(`result-${condition.id}`, () => ({}));
  const given = {
    laboratory: form.words('laboratory'),
    accreditation: form.words('accreditation'),
    reportNumber: form.words('reportNumber'),
  };
  const whole = file !== undefined && Object.values(given).every((text) => text !== '');
  const submit = () =>
    void act(async () => {
      if (!file) return;
      const about = new URLSearchParams({ ...given, instructionId: condition.id });
      await sendFile(`/shipments/${shipmentId}/test-reports?${about}`, file, file.name);
    });
  return (
    <>
      {form.field('laboratory', '检测机构', 'Laboratory', { maxLength: 100 })}
      {form.field('accreditation', '资质认定证书编号', 'Number of its accreditation', { maxLength: 60 })}
      {form.field('reportNumber', '检测报告编号', 'Number of the report', { maxLength: 60 })}
      <div className="field">
        <label htmlFor={`report-${condition.id}`}>
          {say('检测报告（PDF、图片、OFD）', 'Report (PDF, image, OFD)')}
        </label>
        <input id={`report-${condition.id}`} type="file" onChange={(e) => setFile(e.target.files?.[0])} />
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Button type="primary" disabled={!whole} onClick={submit}>
        {say('报送检测结果', 'File the test result')}
      </Button>
    </>
  );
}
