// One cell of a grid. A cell of a code table offers its codes while one types (code, name or pinyin initials): arrows choose,
// Enter takes, Escape leaves; closed it is a cell like the others, whose arrows move between rows.
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Finding } from '../../../kernel/finding.ts';
import { useSay } from '../../../web/language.tsx';
import type { ElementView } from '../contract.ts';
import { type CodeName, useCodeSearch } from './code-input.tsx';

type CellProps = {
  readonly element: ElementView;
  readonly path: string;
  readonly row: number;
  readonly value: string;
  readonly disabled: boolean;
  readonly findings: readonly Finding[] | undefined;
  readonly set: (row: number, id: string, value: string) => void;
};

export const Cell = memo(function Cell({ element, path, row, value, disabled, findings = [], set }: CellProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const codes = useCellCodes(element.codeList, value, (code) => set(row, element.id, code));
  const message = findings.map((f) => `${say(f.message)} — ${say(f.remedy)}`).join('\n');
  const listId = `list-${path}`;
  return (
    <span role="cell">
      <input
        ref={input}
        id={path}
        value={value}
        disabled={disabled}
        title={message || undefined}
        autoComplete="off"
        aria-label={`${say(element.label)} ${row + 1}`}
        aria-invalid={findings.length > 0}
        {...(element.codeList
          ? {
              role: 'combobox',
              'aria-autocomplete': 'list' as const,
              'aria-expanded': codes.open,
              'aria-controls': codes.open ? listId : undefined,
              'aria-activedescendant': codes.open && codes.at >= 0 ? `${listId}-${codes.at}` : undefined,
            }
          : {})}
        className={element.type === 'decimal' || element.type === 'integer' ? 'number' : ''}
        data-row={row}
        data-element={element.id}
        onKeyDown={codes.onKeyDown}
        onBlur={codes.close}
        onChange={(e) => {
          codes.typed();
          set(row, element.id, e.target.value);
        }}
      />
      {codes.open && <CodeList id={listId} below={input.current} codes={codes} label={say(element.label)} />}
    </span>
  );
});

type CellCodes = ReturnType<typeof useCellCodes>;

function useCellCodes(list: string | undefined, value: string, take: (code: string) => void) {
  const [typing, setTyping] = useState(false);
  const [at, setAt] = useState(-1);
  const items = useCodeSearch(list ?? '', value, typing && list !== undefined).slice(0, 12);
  const open = typing && items.length > 0;
  const close = () => setTyping(false);
  const pick = (code: string) => {
    take(code);
    close();
  };
  const move = (step: number) => setAt((i) => (i + step + items.length) % items.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (list !== undefined && !open && event.altKey && event.key === 'ArrowDown') setTyping(true);
    else if (!open) return;
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(at < 0 ? 0 : -1);
    else if (event.key === 'Enter' && at >= 0) pick(items[at]?.code ?? value);
    else if (event.key === 'Escape') close();
    else {
      if (event.key === 'Enter') close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const typed = () => {
    setTyping(list !== undefined);
    setAt(-1);
  };
  return { items, open, at, close, pick, onKeyDown, typed };
}

/** Beside the page, not in it: the grid clips what is inside, and its rows are moved by transforms. */
function CodeList(props: { id: string; label: string; below: HTMLInputElement | null; codes: CellCodes }) {
  const { id, label, below, codes } = props;
  const box = below?.getBoundingClientRect();
  if (!box) return null;
  return createPortal(
    <div
      role="listbox"
      id={id}
      aria-label={label}
      className="cell-codes"
      style={{ left: Math.min(box.left, window.innerWidth - 340), top: box.bottom + 2 }}
    >
      {codes.items.map((code, i) => (
        <Option key={code.code} id={`${id}-${i}`} code={code} chosen={i === codes.at} pick={codes.pick} />
      ))}
    </div>,
    document.body,
  );
}

function Option(props: { id: string; code: CodeName; chosen: boolean; pick: (code: string) => void }) {
  const { id, code, chosen, pick } = props;
  const say = useSay();
  return (
    // The cell keeps the focus and its keys; the mouse takes a code before the cell loses it.
    <div
      role="option"
      tabIndex={-1}
      id={id}
      aria-selected={chosen}
      onMouseDown={(event) => {
        event.preventDefault();
        pick(code.code);
      }}
    >
      <strong>{code.code}</strong> {say(code.name)}
    </div>
  );
}
