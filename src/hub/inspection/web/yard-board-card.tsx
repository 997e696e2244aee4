// Slots × bays of a yard on a day (P6). A planned inspection is picked up (Enter, click or drag) and put into another slot (Enter, click or drop);
// a reason is asked for before anything moves. Escape puts it down.
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { authorityName, ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { YardBoard } from '../contract.ts';
import { useCarry } from './use-carry.ts';

type Task = YardBoard['tasks'][number];
type Place = { readonly bay: string; readonly startsAt: string };

export function YardBoardCard({ mayMove }: { mayMove: boolean }) {
  const say = useSay();
  const [site, setSite] = useState('');
  const [day, setDay] = useState('');
  const [picked, setPicked] = useState<Task>();
  const [target, setTarget] = useState<Place>();
  const query = new URLSearchParams({ ...(site ? { site } : {}), ...(day ? { day } : {}) });
  const board = useQuery({
    queryKey: ['live', 'yard-board', site, day],
    queryFn: () => get<YardBoard>(`/yard-board?${query}`),
  });
  const putDown = () => {
    setPicked(undefined);
    setTarget(undefined);
  };
  return (
    <section
      className="card"
      aria-label={say('排期', 'Board')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !target) putDown();
      }}
    >
      <div className="bar">
        <div className="labelled">
          <label htmlFor="yard-site">{say('查验场', 'Yard')}</label>
          <select
            id="yard-site"
            className="native"
            value={site || board.data?.siteId || ''}
            onChange={(e) => {
              setSite(e.target.value);
              putDown();
            }}
          >
            {(board.data?.sites ?? []).map((s) => (
              <option key={s.id} value={s.id}>
                {say(s.name)}
              </option>
            ))}
          </select>
        </div>
        <div className="labelled">
          <label htmlFor="yard-day">{say('日期', 'Day')}</label>
          <Input
            id="yard-day"
            type="date"
            style={{ width: 160 }}
            value={day || board.data?.day || ''}
            onChange={(e) => setDay(e.target.value)}
          />
        </div>
      </div>
      <p role="status" className="soft">
        {picked
          ? say(
              `已拿起 ${picked.number}：选择新的时段和台位（Esc 放下）`,
              `${picked.number} is picked up: choose its new slot and bay (Escape puts it down)`,
            )
          : mayMove
            ? say(
                '选中一项已安排的查验，再选新的位置；也可以拖动。',
                'Pick a planned inspection, then its new place; or drag it.',
              )
            : ''}
      </p>
      <Shown query={board}>
        {(b) => (
          <Grid board={b} picked={picked} pick={mayMove ? setPicked : undefined} put={(place) => setTarget(place)} />
        )}
      </Shown>
      {picked && target && board.data && (
        <MoveDialog task={picked} target={target} siteId={board.data.siteId} close={putDown} />
      )}
    </section>
  );
}

function Grid({
  board,
  picked,
  pick,
  put,
}: {
  board: YardBoard;
  picked: Task | undefined;
  pick: ((task: Task) => void) | undefined;
  put: (place: Place) => void;
}) {
  const say = useSay();
  const time = useTime();
  const [over, setOver] = useState<Place>();
  const rows = board.rows.filter(
    (row) =>
      row.open === 'open' || row.open === 'by-appointment' || board.tasks.some((t) => t.startsAt === row.startsAt),
  );
  const now = new Date().toISOString();
  const taskAt = (place: Place) => board.tasks.find((t) => t.bay === place.bay && t.startsAt === place.startsAt);
  const isFree = (place: Place) => !taskAt(place) && place.startsAt > now;
  const freePlaceAt = (below: Element | undefined): Place | undefined => {
    const cell = below?.closest<HTMLElement>('td[data-bay]');
    const place = { bay: cell?.dataset.bay ?? '', startsAt: cell?.dataset.startsAt ?? '' };
    return cell && isFree(place) ? place : undefined;
  };
  if (rows.length === 0) return <p>{say('当日不开放', 'Closed on that day')}</p>;
  return (
    <table className="plain yard-board">
      <thead>
        <tr>
          <th scope="col">{say('时段', 'Slot')}</th>
          {board.bays.map((bay) => (
            <th scope="col" key={bay.id}>
              {bay.id}
              {bay.equipment.includes('scanner') && <div className="soft">H986</div>}
              {bay.equipment.includes('cold') && <div className="soft">{say('冷库', 'cold')}</div>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.startsAt} className={row.open === 'open' ? '' : 'out-of-hours'}>
            <th scope="row">
              {time(row.startsAt).slice(-5)}
              {row.open === 'by-appointment' && <div className="soft">{say('预约', 'appt.')}</div>}
            </th>
            {board.bays.map((bay) => {
              const place = { bay: bay.id, startsAt: row.startsAt };
              const task = taskAt(place);
              const free = picked !== undefined && isFree(place);
              const aimedAt = over?.bay === place.bay && over.startsAt === place.startsAt;
              return (
                <td
                  key={bay.id}
                  data-bay={place.bay}
                  data-starts-at={place.startsAt}
                  className={aimedAt ? 'aimed-at' : ''}
                >
                  {task && (
                    <TaskButton
                      task={task}
                      picked={picked?.id === task.id}
                      pick={pick}
                      over={(below) => setOver(freePlaceAt(below))}
                      drop={(below) => {
                        const free = freePlaceAt(below);
                        if (free) put(free);
                      }}
                    />
                  )}
                  {free && (
                    <Button
                      size="small"
                      type="dashed"
                      aria-label={say(`移来 ${bay.id} ${time(row.startsAt)}`, `Here ${bay.id} ${time(row.startsAt)}`)}
                      onClick={() => put(place)}
                    >
                      {say('移来', 'Here')}
                    </Button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TaskButton({
  task,
  picked,
  pick,
  over,
  drop,
}: {
  task: Task;
  picked: boolean;
  pick: ((task: Task) => void) | undefined;
  over: (below: Element | undefined) => void;
  drop: (below: Element | undefined) => void;
}) {
  const say = useSay();
  const carry = useCarry({ lift: () => pick?.(task), over, drop });
  const movable = pick !== undefined && task.state === 'planned';
  const who = task.authorities.map((a) => say(authorityName(a))).join(say('、', ', '));
  const label = `${task.number.slice(-4)} · ${task.number} ${who}${task.late ? say('，赶不上', ', too late') : ''}`;
  if (!movable) return <span title={label}>{task.number.slice(-4)}</span>;
  return (
    <Button
      size="small"
      type={picked ? 'primary' : 'default'}
      danger={task.late}
      aria-pressed={picked}
      aria-label={label}
      title={label}
      {...carry}
      onClick={() => pick(task)}
    >
      {task.number.slice(-4)}
    </Button>
  );
}

function MoveDialog({ task, target, siteId, close }: { task: Task; target: Place; siteId: string; close: () => void }) {
  const say = useSay();
  const time = useTime();
  const [reason, setReason] = useState('');
  const { problem, act } = useAct(['live']);
  const move = async () => {
    const body = { slotId: `${siteId} ${target.bay} ${target.startsAt}`, reason };
    if (await act(() => send('POST', `/inspections/${task.id}/reschedule`, body))) close();
  };
  return (
    <Modal
      open
      title={say(
        `${task.number} 移到 ${target.bay} ${time(target.startsAt)}`,
        `Move ${task.number} to ${target.bay} ${time(target.startsAt)}`,
      )}
      okText={say('改期', 'Move')}
      cancelText={say('取消', 'Cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => void move()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="field">
        <label htmlFor="board-reason">{say('原因', 'Reason')}</label>
        <Input id="board-reason" maxLength={300} value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
    </Modal>
  );
}
