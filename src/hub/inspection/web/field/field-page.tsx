// One inspection on the phone (M4, P6): the sheet, what the officer enters, and what changed meanwhile; every keystroke is kept here at once.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Skeleton } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, get } from '../../../../web/api.ts';
import { authorityName, objectName, ProblemNote } from '../../../../web/kit.tsx';
import { useSay, useTime } from '../../../../web/language.tsx';
import type { FieldSheet, RecordedFindings } from '../../contract.ts';
import { EntryTag } from './entry-tag.tsx';
import { FieldStatus } from './field-status.tsx';
import { dropTask, type Entry, keyOf, put, read } from './field-store.ts';
import { FindingsForm } from './findings-form.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { submitEntry } from './send-entries.ts';
import { type Field, useField, useShell } from './use-field.ts';
import { requirementNames } from '../skill-names.ts';

const nothing: RecordedFindings = { outcome: 'normal', handlingCode: '11', findings: '' };

export default function FieldPage() {
  const say = useSay();
  const field = useField();
  useShell();
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <>
      <p>
        <Link to="/field">{say('全部现场任务', 'All inspections')}</Link>
      </p>
      <FieldStatus field={field}>{field.who && field.loaded && <Task key={id} id={id} field={field} />}</FieldStatus>
    </>
  );
}

function Task({ id, field }: { id: string; field: Field }) {
  const say = useSay();
  const { who, refresh } = field;
  const key = who ? keyOf(who, id) : '';
  const [kept, setKept] = useState<FieldSheet | null>();
  const fresh = useQuery({
    queryKey: ['live', 'sheet', id],
    queryFn: () => get<FieldSheet>(`/inspections/${id}/sheet`),
    enabled: field.online && who !== undefined,
    retry: false,
  });
  useEffect(() => void read('sheets', key).then((row) => setKept(row ?? null)), [key]);
  useEffect(() => {
    if (fresh.data) void put('sheets', { ...fresh.data, key }).then(refresh);
  }, [fresh.data, key, refresh]);
  const entry = field.entries.find((one) => one.taskId === id);
  const sheet = fresh.data ?? entry?.seen ?? kept;
  // A lost network is no change of the task.
  const gone = fresh.error instanceof ApiProblem && fresh.error.status > 0 && fresh.error.status < 500;
  if (!sheet)
    return fresh.isError ? (
      <ProblemNote error={fresh.error} retry={() => void fresh.refetch()} />
    ) : kept === null && !field.online ? (
      <Alert
        type="warning"
        title={say('本机没有这项任务；联网后打开', 'This inspection is not on this phone: open it with a network')}
      />
    ) : (
      <Skeleton active paragraph={{ rows: 6 }} />
    );
  return (
    <>
      <SheetHead sheet={sheet} entry={entry} />
      {gone && <ProblemNote error={fresh.error} />}
      {who && <Work id={id} sheet={sheet} entry={entry} gone={gone} field={field} />}
    </>
  );
}

function SheetHead({ sheet, entry }: { sheet: FieldSheet; entry: Entry | undefined }) {
  const say = useSay();
  const time = useTime();
  const { inspection: i } = sheet;
  return (
    <section className="card" aria-label={say('任务', 'Inspection')}>
      <h1>
        {i.number} <EntryTag entry={entry} />
      </h1>
      <div>
        {say(i.slot.siteName)} {i.slot.bay} · {time(i.slot.startsAt)} – {time(i.slot.endsAt)}
      </div>
      <div>{i.objectIds.map((one) => say(objectName(one))).join(say('、', ', '))}</div>
      <div className="soft">
        {i.shipmentNumber} ·{' '}
        {i.parts
          .map(({ authority, requirement }) =>
            [
              say(authorityName(authority)),
              ...(requirement ? requirementNames(requirement).map((kind) => say(kind)) : []),
            ].join(' '),
          )
          .join(say('、', ', '))}
      </div>
    </section>
  );
}

function Work({
  id,
  sheet,
  entry,
  gone,
  field,
}: {
  id: string;
  sheet: FieldSheet;
  entry: Entry | undefined;
  gone: boolean;
  field: Field;
}) {
  const say = useSay();
  const { who, refresh, sendNow, online } = field;
  const key = who ? keyOf(who, id) : '';
  const [record, setRecord] = useState<RecordedFindings>(entry?.record ?? nothing);
  const latest = useRef(record);
  // One write after the other: the last keystroke is what stays.
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const own = sheet.inspection.parts.find((part) => part.authority === who?.authority);
  const over = gone || own?.result !== undefined || !['planned', 'started'].includes(sheet.inspection.state);
  const changed = entry !== undefined && entry.seen.inspection.revision !== sheet.inspection.revision;
  const frozen = entry?.state === 'waiting' || entry?.state === 'sent';
  const save = useCallback(
    (next: RecordedFindings, seen: FieldSheet = entry?.seen ?? sheet) => {
      latest.current = next;
      setRecord(next);
      writing.current = writing.current.then(() =>
        put('entries', { key, taskId: id, state: 'open', record: next, seen, changedAt: new Date().toISOString() }),
      );
      return writing.current.then(refresh);
    },
    [key, id, entry?.seen, sheet, refresh],
  );
  const submit = async () => {
    if (!who) return;
    await save(latest.current);
    const row = await read('entries', key);
    if (row) await submitEntry(who, row);
    await refresh();
    await sendNow();
  };
  const drop = async () => {
    if (
      entry?.state !== 'sent' &&
      !window.confirm(say('从本机删除所填内容？', 'Delete what was entered from this phone?'))
    )
      return;
    await writing.current;
    await dropTask(key);
    latest.current = nothing;
    setRecord(nothing);
    await refresh();
  };
  return (
    <>
      {entry?.told && <ProblemNote error={new ApiProblem({ status: 409, ...entry.told })} />}
      {changed && entry && !over && !frozen && (
        <Changed entry={entry} now={sheet} accept={() => void save(record, sheet)} />
      )}
      {over && entry && entry.state !== 'sent' && (
        <Alert
          type="warning"
          showIcon
          title={say(
            '该任务已不能登记；您填写的内容保留如下',
            'Nothing can be recorded any more; what you entered is kept below',
          )}
          description={
            own?.result && say(`${own.result.recordedBy} 已登记结果`, `${own.result.recordedBy} has recorded a result`)
          }
        />
      )}
      {entry?.state === 'waiting' && (
        <Alert
          type="info"
          showIcon
          title={
            online
              ? say('正在上传', 'Being sent')
              : say('已存本机，联网后自动上传', 'Kept on this phone; goes up when there is a network')
          }
        />
      )}
      {entry?.state === 'sent' && <Alert type="success" showIcon title={say('结果已登记', 'The result is recorded')} />}
      <fieldset disabled={frozen} className="field-work">
        <FindingsForm sheet={sheet} record={record} change={(next) => void save(next)} />
        <PhotoStrip
          entryKey={key}
          sheet={sheet}
          record={record}
          frozen={frozen}
          change={(next) => save(next)}
          latest={latest}
        />
      </fieldset>
      <div className="bar">
        {!frozen && !over && (
          <Button type="primary" size="large" disabled={changed} onClick={() => void submit()}>
            {say('登记结果', 'Record the result')}
          </Button>
        )}
        {entry && entry.state !== 'waiting' && (
          <Button size="large" onClick={() => void drop()}>
            {say('从本机删除', 'Delete from this phone')}
          </Button>
        )}
      </div>
    </>
  );
}

/** What is another than when it was entered, before anything is recorded. */
function Changed({ entry, now, accept }: { entry: Entry; now: FieldSheet; accept: () => void }) {
  const say = useSay();
  const time = useTime();
  const place = ({ slot }: FieldSheet['inspection']) => `${say(slot.siteName)} ${slot.bay} ${time(slot.startsAt)}`;
  const objects = (i: FieldSheet['inspection']) => i.objectIds.map((one) => say(objectName(one))).join(say('、', ', '));
  const before = entry.seen.inspection;
  const after = now.inspection;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('任务在您填写后有变更', 'The inspection was changed after you entered this')}
      description={
        <>
          {place(before) !== place(after) && (
            <div>
              {place(before)} → {place(after)}
            </div>
          )}
          {objects(before) !== objects(after) && (
            <div>
              {objects(before)} → {objects(after)}
            </div>
          )}
          {place(before) === place(after) && objects(before) === objects(after) && (
            <div>{say('各部门的查验指令有变更', 'Authorities have changed their orders')}</div>
          )}
          <Button onClick={accept}>{say('已查看，所填内容仍适用', 'Seen: what I entered still holds')}</Button>
        </>
      }
    />
  );
}
