// Inspections for the yard (M4): what lies on this phone, with or without network; and the authority's open tasks, to be taken along by opening.
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { authorityName, objectName, ShownPages } from '../../../../web/kit.tsx';
import { useSay, useTime } from '../../../../web/language.tsx';
import { usePages } from '../../../../web/use-pages.ts';
import type { InspectionView } from '../../contract.ts';
import { EntryTag } from './entry-tag.tsx';
import { FieldStatus } from './field-status.tsx';
import { keyOf, list } from './field-store.ts';
import { type Field, useField, useShell } from './use-field.ts';

export default function FieldList() {
  const say = useSay();
  const field = useField();
  useShell();
  return (
    <>
      <h1>{say('现场登记', 'In the yard')}</h1>
      <FieldStatus field={field}>
        <OnPhone field={field} />
        {field.online && <OpenTasks />}
      </FieldStatus>
    </>
  );
}

function OnPhone({ field }: { field: Field }) {
  const say = useSay();
  const [sheets, setSheets] = useState<readonly InspectionView[]>([]);
  const { who } = field;
  useEffect(() => {
    if (who) void list('sheets', keyOf(who)).then((rows) => setSheets(rows.map((row) => row.inspection)));
  }, [who]);
  return (
    <section className="card" aria-label={say('本机', 'On this phone')}>
      <h2>{say('本机', 'On this phone')}</h2>
      {sheets.length === 0 && (
        <p className="soft">{say('打开任务即带到本机', 'Open an inspection to take it along')}</p>
      )}
      <ul className="plain-list">
        {sheets.map((task) => (
          <li key={task.id}>
            <TaskLink task={task} /> <EntryTag entry={field.entries.find((entry) => entry.taskId === task.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenTasks() {
  const say = useSay();
  const tasks = usePages<InspectionView>(['live', 'field-tasks'], '/inspection-queue?state=planned&limit=100');
  const begun = usePages<InspectionView>(['live', 'field-tasks', 'begun'], '/inspection-queue?state=started&limit=100');
  const lists = [
    { id: 'begun', title: say('进行中', 'Under way'), list: begun },
    { id: 'planned', title: say('已安排', 'Planned'), list: tasks },
  ];
  return lists.map(({ id, title, list }) => (
    <section className="card" key={id} aria-label={title}>
      <h2>{title}</h2>
      <ShownPages list={list}>
        {(items) => (
          <ul className="plain-list">
            {items.map((task) => (
              <li key={task.id}>
                <TaskLink task={task} />
              </li>
            ))}
          </ul>
        )}
      </ShownPages>
    </section>
  ));
}

function TaskLink({ task }: { task: InspectionView }) {
  const say = useSay();
  const time = useTime();
  return (
    <>
      <Link to="/field/$id" params={{ id: task.id }}>
        {task.number}
      </Link>{' '}
      {time(task.slot.startsAt)} {say(task.slot.siteName)} {task.slot.bay}
      <div className="soft">
        {task.objectIds.map((id) => say(objectName(id))).join(say('、', ', '))} ·{' '}
        {task.parts.map((part) => say(authorityName(part.authority))).join(say('、', ', '))}
      </div>
    </>
  );
}
