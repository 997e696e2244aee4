// Lines of a booking, each with its boxes and a way to another: equipment and cargo.
import { Button, Checkbox, Input } from 'antd';
import { useSay } from '../../../web/language.tsx';
import type { Texts } from './booking-fields.ts';

export type Box = {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly flag?: true;
  readonly maxLength?: number;
  /** Asked only where another box says so. */
  readonly when?: (row: Texts) => boolean;
};

export function BookingRows(props: {
  id: string;
  title: readonly [zh: string, en: string];
  boxes: readonly Box[];
  rows: readonly Texts[];
  fresh: Texts;
  most: number;
  set: (rows: readonly Texts[]) => void;
}) {
  const { id, title, boxes, rows, fresh, most, set } = props;
  const say = useSay();
  const change = (i: number, name: string, value: string) =>
    set(rows.map((row, at) => (at === i ? { ...row, [name]: value } : row)));
  return (
    <fieldset className="rows">
      <legend>{say(...title)}</legend>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={i} className="grid">
          {boxes
            .filter((box) => box.when?.(row) ?? true)
            .map((box) => (
              <div key={box.name} className="field">
                {box.flag ? (
                  <Checkbox
                    checked={row[box.name] === '1'}
                    onChange={(e) => change(i, box.name, e.target.checked ? '1' : '')}
                  >
                    {say(box.zh, box.en)} ({i + 1})
                  </Checkbox>
                ) : (
                  <>
                    <label htmlFor={`${id}-${i}-${box.name}`}>
                      {say(box.zh, box.en)} ({i + 1})
                    </label>
                    <Input
                      id={`${id}-${i}-${box.name}`}
                      value={row[box.name] ?? ''}
                      maxLength={box.maxLength ?? 100}
                      onChange={(e) => change(i, box.name, e.target.value)}
                    />
                  </>
                )}
              </div>
            ))}
          {rows.length > 1 && (
            <Button size="small" onClick={() => set(rows.filter((_, at) => at !== i))}>
              {say(`删除${title[0]}第 ${i + 1} 行`, `Remove line ${i + 1} of ${title[1].toLowerCase()}`)}
            </Button>
          )}
        </div>
      ))}
      {rows.length < most && (
        <Button size="small" onClick={() => set([...rows, fresh])}>
          {say(`添加${title[0]}`, `Add ${title[1].toLowerCase()}`)}
        </Button>
      )}
    </fieldset>
  );
}
