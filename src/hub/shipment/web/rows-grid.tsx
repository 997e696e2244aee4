// Rows of a group as a dense grid: one line a row, a cell an input, drawn only where it can be seen, so that a declaration of
// fifty or five thousand lines scrolls alike. Arrow keys and Enter move, Alt+N adds a line, cells paste from a spreadsheet.
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Modal } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../kernel/finding.ts';
import { useSay } from '../../../web/language.tsx';
import type { ElementView, FormRow, GroupId, RecipientIndex } from '../contract.ts';
import { Field, Recipients } from './form-field.tsx';
import { cellPath, readCells } from './form-values.ts';
import { Cell } from './grid-cell.tsx';

const ROW_PX = 34;
const VISIBLE_ROWS = 14;

type RowsGridProps = {
  readonly group: GroupId;
  readonly label: string;
  /** Columns of the grid; the rest of a row is in its detail. */
  readonly columns: readonly ElementView[];
  readonly elements: readonly ElementView[];
  readonly rows: readonly FormRow[];
  readonly disabled: boolean;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly recipients: RecipientIndex;
  readonly setRows: (group: GroupId, make: (rows: readonly FormRow[]) => readonly FormRow[]) => void;
  /** A path to show, whatever row it is in (next finding). */
  readonly goTo: string | undefined;
};

export function RowsGrid(props: RowsGridProps) {
  const { group, label, columns, rows, disabled, findings, recipients, setRows, goTo } = props;
  const say = useSay();
  const [opened, setOpened] = useState<number>();
  const pane = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const focusCell = useCallback(
    (row: number, id: string) => {
      virtual.scrollToIndex(row);
      // The row may have to be drawn first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => document.getElementById(cellPath(group, row, id))?.focus()),
      );
    },
    [group, virtual],
  );
  useEffect(() => {
    const match = new RegExp(`^${group}\\[(\\d+)\\]\\.(\\w+)$`).exec(goTo ?? '');
    if (!match) return;
    const [, row = '0', id = ''] = match;
    if (columns.some((c) => c.id === id)) focusCell(Number(row), id);
    else setOpened(Number(row));
  }, [goTo, group, columns, focusCell]);

  const set = useCallback(
    (row: number, id: string, value: string) =>
      setRows(group, (all) => all.map((r, i) => (i === row ? { ...r, [id]: value } : r))),
    [group, setRows],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = placeOf(event.target);
    if (!at) return;
    const step =
      event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
        ? 1
        : event.key === 'ArrowUp' || event.key === 'Enter'
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = at.row + step;
    if (next >= 0 && next < rows.length) focusCell(next, at.id);
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const at = placeOf(event.target);
    const cells = readCells(event.clipboardData.getData('text/plain'));
    if (!at || disabled || (cells.length === 1 && cells[0]?.length === 1)) return;
    event.preventDefault();
    const first = columns.findIndex((c) => c.id === at.id);
    setRows(group, (all) => {
      const next = [...all];
      cells.forEach((line, i) => {
        const pasted = line.flatMap((text, j) => {
          const column = columns[first + j];
          return column ? [[column.id, text] as const] : [];
        });
        next[at.row + i] = { ...next[at.row + i], ...Object.fromEntries(pasted) };
      });
      return next;
    });
  };
  const template = `40px 156px ${columns.map(widthOf).join(' ')}`;
  const minWidth = 196 + columns.length * 104;
  return (
    <>
      <div
        ref={pane}
        className="rows"
        role="table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        style={{ maxHeight: ROW_PX * (VISIBLE_ROWS + 1) }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <div role="row" className="rows-head" style={{ gridTemplateColumns: template, minWidth }} aria-rowindex={1}>
          <span role="columnheader">#</span>
          <span role="columnheader">{say('操作', 'Acts')}</span>
          {columns.map((c) => (
            <span role="columnheader" key={c.id} title={say(c.label)}>
              <span className="rows-label">
                {say(c.label)}
                {c.need !== 'optional' && ' *'}
              </span>
              {recipients[c.id] && <Recipients label={say(c.label)} recipients={recipients[c.id] ?? []} />}
            </span>
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => (
            <div
              role="row"
              key={item.key}
              aria-rowindex={item.index + 2}
              className="rows-row"
              style={{
                gridTemplateColumns: template,
                minWidth,
                transform: `translateY(${item.start}px)`,
                height: ROW_PX,
              }}
            >
              <span role="cell" className="soft">
                {item.index + 1}
              </span>
              <span role="cell" className="rows-acts">
                <Button
                  size="small"
                  onClick={() => setOpened(item.index)}
                  aria-label={say(`全部：第 ${item.index + 1} 行`, `All of row ${item.index + 1}`)}
                >
                  {say('全部', 'All')}
                </Button>
                <Button
                  size="small"
                  disabled={disabled}
                  aria-label={say(`复制第 ${item.index + 1} 行`, `Copy row ${item.index + 1}`)}
                  onClick={() =>
                    setRows(group, (all) => all.flatMap((r, i) => (i === item.index ? [r, { ...r }] : [r])))
                  }
                >
                  {say('复制', 'Copy')}
                </Button>
                <Button
                  size="small"
                  disabled={disabled}
                  aria-label={say(`删除第 ${item.index + 1} 行`, `Delete row ${item.index + 1}`)}
                  onClick={() => setRows(group, (all) => all.filter((_, i) => i !== item.index))}
                >
                  {say('删除', 'Delete')}
                </Button>
              </span>
              {columns.map((c) => (
                <Cell
                  key={c.id}
                  element={c}
                  path={cellPath(group, item.index, c.id)}
                  row={item.index}
                  value={rows[item.index]?.[c.id] ?? ''}
                  disabled={disabled}
                  findings={findings.get(cellPath(group, item.index, c.id))}
                  set={set}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {opened !== undefined && rows[opened] && (
        <RowDetail {...props} row={opened} onClose={() => setOpened(undefined)} set={set} />
      )}
    </>
  );
}

/** All elements of one row, with who receives them and what was found. */
function RowDetail({
  group,
  label,
  elements,
  rows,
  disabled,
  findings,
  recipients,
  row,
  set,
  onClose,
}: RowsGridProps & { row: number; onClose: () => void; set: (row: number, id: string, value: string) => void }) {
  const onChange = useCallback((id: string, value: string) => set(row, id, value), [set, row]);
  return (
    <Modal open title={`${label} #${row + 1}`} width={1040} footer={null} onCancel={onClose}>
      <div className="grid">
        {elements.map((e) => (
          <Field
            key={e.id}
            element={e}
            path={`detail-${cellPath(group, row, e.id)}`}
            value={rows[row]?.[e.id] ?? ''}
            disabled={disabled}
            needed={e.need !== 'optional'}
            findings={findings.get(cellPath(group, row, e.id))}
            recipients={recipients[e.id]}
            onChange={onChange}
          />
        ))}
      </div>
    </Modal>
  );
}

function placeOf(target: EventTarget): { row: number; id: string } | undefined {
  const { row, element } = (target as HTMLElement).dataset;
  return row !== undefined && element !== undefined ? { row: Number(row), id: element } : undefined;
}

const widthOf = (element: ElementView): string => {
  if (element.codeList === 'tariff') return 'minmax(110px, 1fr)';
  if (element.codeList || element.type === 'flag') return 'minmax(72px, .6fr)';
  if (element.type === 'decimal' || element.type === 'integer') return 'minmax(88px, .8fr)';
  return 'minmax(130px, 1.6fr)';
};
