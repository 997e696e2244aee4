// One application: how far it has come, what was said of it, what comes next; what was sent back is corrected here.
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { type ApplicationView, fieldsOf, kindNames } from '../contract.ts';
import { DirectoryForm } from './directory-form.tsx';

export function ApplicationCard({ application }: { application: ApplicationView }) {
  const say = useSay();
  const time = useTime();
  const [correcting, setCorrecting] = useState(false);
  const { kind, number, state, version, whatNext, answers, form } = application;
  const name = `${say(kindNames[kind])} ${number}`;
  return (
    <section className="card" aria-label={name} style={{ overflowWrap: 'anywhere' }}>
      <h2>
        {name} <StateTag state={`directory-${state}`} /> <SimulatedTag shown={application.simulated} />
      </h2>
      <Alert
        type={state === 'returned' ? 'warning' : state === 'refused' ? 'error' : 'info'}
        showIcon
        title={say('下一步', 'What comes next')}
        description={say(whatNext)}
      />
      <p className="soft">
        {say(`第 ${version} 版由 ${application.filedBy} 提交`, `Version ${version} filed by ${application.filedBy}`)} ·{' '}
        {time(application.filedAt)}
      </p>
      <ol>
        {answers.map((answer) => (
          <li key={`${answer.version}${answer.outcome}${answer.at}`}>
            <StateTag state={`directory-${answer.outcome}`} />{' '}
            {say(`（第 ${answer.version} 版）`, `(version ${answer.version})`)} {say(answer.text)}
            {answer.field && ` · ${say(nameOf(application, answer.field))}`}
            {answer.entry &&
              ` · ${answer.entry.number} · ${say(`${answer.entry.grade} 类`, `class ${answer.entry.grade}`)} · ${say('自', 'from')} ${answer.entry.from}`}{' '}
            · {time(answer.at)} <SimulatedTag shown={answer.simulated} />
          </li>
        ))}
      </ol>
      {application.can.includes('correct') && !correcting && (
        <p>
          <Button type="primary" onClick={() => setCorrecting(true)}>
            {say('补正', 'Correct')}
          </Button>
        </p>
      )}
      {correcting ? (
        <DirectoryForm returned={application} done={() => setCorrecting(false)} />
      ) : (
        <details>
          <summary>{say('所填内容', 'What was filled in')}</summary>
          <ul>
            {fieldsOf(kind).map(
              ({ id, name: field, flag }) =>
                form[id] && (
                  <li key={id}>
                    <span className="soft">{say(field)}</span>{' '}
                    {flag ? (form[id] === '1' ? say('是', 'yes') : say('否', 'no')) : form[id]}
                  </li>
                ),
            )}
          </ul>
        </details>
      )}
    </section>
  );
}

const nameOf = ({ kind }: ApplicationView, field: string) =>
  fieldsOf(kind).find(({ id }) => id === field)?.name ?? { zh: field, en: field };
