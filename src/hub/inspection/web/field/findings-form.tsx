// What an officer enters of an inspection: outcome, what is at each goods line and object, seals, samples.
import { Button, Input } from 'antd';
import { objectName } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import { type FoundItem, handlingCodes } from '../../contract.ts';
import type { Editing } from './editing.ts';
import { SampleRows, SealRows } from './row-editors.tsx';

export function FindingsForm({ sheet, record, change }: Editing) {
  const say = useSay();
  return (
    <>
      <section className="card" aria-label={say('结果', 'Result')}>
        <h2>{say('结果', 'Result')}</h2>
        <div className="field">
          <label htmlFor="outcome">{say('查验结果', 'Outcome')}</label>
          <select
            id="outcome"
            className="native"
            value={record.outcome}
            onChange={(e) => {
              const outcome = e.target.value === 'normal' ? 'normal' : 'abnormal';
              change({ ...record, outcome, handlingCode: outcome === 'normal' ? '11' : '12' });
            }}
          >
            <option value="normal">{say('正常', 'Normal')}</option>
            <option value="abnormal">{say('异常', 'Abnormal')}</option>
          </select>
        </div>
        <Handling
          id="handling"
          label={say('处理', 'Handling')}
          value={record.handlingCode}
          choose={(handlingCode) => change({ ...record, handlingCode })}
        />
        <div className="field">
          <label htmlFor="findings">{say('情况', 'Findings')}</label>
          <Input.TextArea
            id="findings"
            rows={3}
            maxLength={2000}
            value={record.findings}
            onChange={(e) => change({ ...record, findings: e.target.value })}
          />
        </div>
      </section>
      <Items sheet={sheet} record={record} change={change} />
      <SealRows sheet={sheet} record={record} change={change} />
      <SampleRows sheet={sheet} record={record} change={change} />
    </>
  );
}

function Handling({
  id,
  label,
  value,
  choose,
}: {
  id: string;
  label: string;
  value: string;
  choose: (code: string) => void;
}) {
  const say = useSay();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="native" value={value} onChange={(e) => choose(e.target.value)}>
        {handlingCodes.map(({ code, name }) => (
          <option key={code} value={code}>
            {code} {say(name)}
          </option>
        ))}
      </select>
    </div>
  );
}

type Place = Pick<FoundItem, 'objectId' | 'lineNumber'>;
const isAt = (item: FoundItem, place: Place): boolean =>
  item.objectId === place.objectId && item.lineNumber === place.lineNumber;

/** Each goods line as declared, and each object; what is left alone is not recorded. */
function Items({ sheet, record, change }: Editing) {
  const say = useSay();
  const items = record.items ?? [];
  const set = (place: Place, more: Partial<FoundItem> | undefined) => {
    const others = items.filter((item) => !isAt(item, place));
    const before = items.find((item) => isAt(item, place)) ?? { ...place, handlingCode: '11' };
    const { items: _all, ...rest } = record;
    const next = more === undefined ? others : [...others, tidy({ ...before, ...more })];
    change(next.length > 0 ? { ...rest, items: next } : rest);
  };
  const places = [
    ...sheet.goods.map((line) => ({
      id: `line-${line.lineNumber}`,
      place: { lineNumber: line.lineNumber },
      title: say(`第 ${line.lineNumber} 项 ${line.goodsName ?? ''}`, `Line ${line.lineNumber} ${line.goodsName ?? ''}`),
      declared: line.quantity
        ? say(`申报 ${line.quantity} ${line.unit ?? ''}`, `declared ${line.quantity} ${line.unit ?? ''}`)
        : '',
      unit: line.unit,
    })),
    ...sheet.inspection.objectIds.map((objectId, i) => ({
      id: `object-${i}`,
      place: { objectId },
      title: say(objectName(objectId)),
      declared: '',
      unit: undefined,
    })),
  ];
  return (
    <section className="card" aria-label={say('逐项情况', 'By line and box')}>
      <h2>{say('逐项情况', 'By line and box')}</h2>
      {places.map(({ id, place, title, declared, unit }) => {
        const item = items.find((one) => isAt(one, place));
        return (
          <details key={id} className="found-item">
            <summary>
              {title} <span className="soft">{declared}</span>
              {item && <span className="tag tag-blue">{say('已填', 'Entered')}</span>}
            </summary>
            <div className="field">
              <label htmlFor={`${id}-quantity`}>{say('实际数量', 'Quantity found')}</label>
              <Input
                id={`${id}-quantity`}
                inputMode="decimal"
                maxLength={18}
                value={item?.quantity ?? ''}
                onChange={(e) => set(place, { quantity: e.target.value.trim(), ...(unit ? { unit } : {}) })}
              />
            </div>
            <Handling
              id={`${id}-handling`}
              label={say('处理', 'Handling')}
              value={item?.handlingCode ?? '11'}
              choose={(handlingCode) => set(place, { handlingCode })}
            />
            <div className="field">
              <label htmlFor={`${id}-findings`}>{say('情况', 'Findings')}</label>
              <Input
                id={`${id}-findings`}
                maxLength={500}
                value={item?.findings ?? ''}
                onChange={(e) => set(place, { findings: e.target.value })}
              />
            </div>
            {item && <Button onClick={() => set(place, undefined)}>{say('清除本项', 'Clear this one')}</Button>}
          </details>
        );
      })}
    </section>
  );
}

/** Empty ones are not there. */
const tidy = (item: FoundItem): FoundItem =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== '')) as FoundItem;
