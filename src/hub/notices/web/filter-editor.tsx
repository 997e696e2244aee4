// Which events somebody wants, as a form: the same fields for webhooks, inbox and e-mail (M2).
import { Button, Select } from 'antd';
import { authorities } from '../../../kernel/party.ts';
import { useSay } from '../../../web/language.tsx';
import { type EventFilter, type EventOutcome, eventNames, type Tone } from '../contract.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
const toneNames: Readonly<Record<Tone, { zh: string; en: string }>> = {
  bad: { zh: '有问题', en: 'Problem' },
  attention: { zh: '请注意', en: 'Attention' },
  good: { zh: '顺利', en: 'Good' },
  neutral: { zh: '通知', en: 'Notice' },
};
const outcomeNames: Readonly<Record<EventOutcome, { zh: string; en: string }>> = {
  inspect: { zh: '查验', en: 'Inspect' },
  hold: { zh: '布控', en: 'Hold' },
  release: { zh: '放行', en: 'Release' },
  'conditional-release': { zh: '附条件放行', en: 'Conditional release' },
  refuse: { zh: '不予放行', en: 'Refuse' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  acknowledged: { zh: '接受', en: 'Acknowledged' },
  rejected: { zh: '退单', en: 'Rejected' },
  noted: { zh: '通知性回执', en: 'Noted' },
  normal: { zh: '查验正常', en: 'Normal result' },
  abnormal: { zh: '查验异常', en: 'Abnormal result' },
};
const directionNames: Words = { import: { zh: '进口', en: 'Import' }, export: { zh: '出口', en: 'Export' } };
const modeNames: Words = {
  '2': { zh: '水路', en: 'Water' },
  '3': { zh: '铁路', en: 'Rail' },
  '4': { zh: '公路', en: 'Road' },
  '5': { zh: '航空', en: 'Air' },
};

type Field = keyof EventFilter;
const chosen: readonly { field: Field; zh: string; en: string; words: Words }[] = [
  { field: 'types', zh: '事件', en: 'Events', words: eventNames },
  { field: 'tones', zh: '轻重', en: 'Tone', words: toneNames },
  { field: 'outcomes', zh: '结果', en: 'Outcome', words: outcomeNames },
  { field: 'authorities', zh: '部门', en: 'Authority', words: authorities },
  { field: 'directions', zh: '进出口', en: 'Direction', words: directionNames },
  { field: 'modes', zh: '运输方式', en: 'Transport mode', words: modeNames },
];
const typed: readonly { field: Field; zh: string; en: string }[] = [
  { field: 'numbers', zh: '任意编号', en: 'Any number of the case' },
  { field: 'bills', zh: '提运单号', en: 'Bill of lading or waybill' },
  { field: 'containers', zh: '箱号', en: 'Container' },
  { field: 'places', zh: '场站、关区、口岸代码', en: 'Station, customs office, port (code)' },
];

export function FilterEditor({
  id,
  value,
  onChange,
  withoutTypes = false,
}: {
  id: string;
  value: EventFilter;
  onChange: (value: EventFilter) => void;
  withoutTypes?: boolean;
}) {
  const say = useSay();
  const set = (field: Field, values: string[]) => {
    const { [field]: _before, ...others } = value;
    onChange((values.length === 0 ? others : { ...others, [field]: values }) as EventFilter);
  };
  const of = (field: Field): string[] => [...((value[field] ?? []) as readonly string[])];
  return (
    <div className="grid">
      {chosen
        .filter(({ field }) => !(withoutTypes && field === 'types'))
        .map(({ field, zh, en, words }) => (
          <div key={field} className="field">
            <label htmlFor={`${id}-${field}`}>{say(zh, en)}</label>
            <Select
              id={`${id}-${field}`}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
              placeholder={say('不限', 'Any')}
              value={of(field)}
              onChange={(values: string[]) => set(field, values)}
              options={Object.entries(words).map(([word, name]) => ({ value: word, label: say(name) }))}
            />
          </div>
        ))}
      {typed.map(({ field, zh, en }) => (
        <div key={field} className="field">
          <label htmlFor={`${id}-${field}`}>{say(zh, en)}</label>
          <Select
            id={`${id}-${field}`}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[',', '，', ' ', ';', '；', '\n']}
            style={{ width: '100%' }}
            placeholder={say('不限；可填多个', 'Any; several are possible')}
            value={of(field)}
            onChange={(values: string[]) => set(field, values)}
          />
        </div>
      ))}
    </div>
  );
}

/** Several filters: an event that fits one of them is wanted. */
export function FiltersEditor({
  id,
  value,
  onChange,
}: {
  id: string;
  value: readonly EventFilter[];
  onChange: (value: readonly EventFilter[]) => void;
}) {
  const say = useSay();
  return (
    <>
      {value.length === 0 && <p className="soft">{say('没有条件：什么都不接收', 'No filter: nothing is wanted')}</p>}
      {value.map((filter, i) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: filters have no name of their own; their place is what they are
          key={i}
          className="card"
        >
          <legend>{say(`条件 ${i + 1}`, `Filter ${i + 1}`)}</legend>
          <FilterEditor
            id={`${id}-${i}`}
            value={filter}
            onChange={(changed) => onChange(value.map((one, n) => (n === i ? changed : one)))}
          />
          <Button size="small" danger onClick={() => onChange(value.filter((_, n) => n !== i))}>
            {say(`删除条件 ${i + 1}`, `Remove filter ${i + 1}`)}
          </Button>
        </fieldset>
      ))}
      <Button size="small" onClick={() => onChange([...value, {}])} disabled={value.length >= 20}>
        {say('增加条件', 'Add a filter')}
      </Button>
    </>
  );
}
