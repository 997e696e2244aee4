// A rule proposed: new, another version, or its end (P5). The clause and the reason are asked for; it holds from tomorrow on at the earliest.
import { Button } from 'antd';
import { useState } from 'react';
import { authorityIds } from '../../../kernel/party.ts';
import { authorityName, objectTypeName } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useTextFields } from '../../../web/text-fields.tsx';
import { factValues, objectTypes, type ProposeRule, ruleFacts, type RuleView } from '../contract.ts';

const labels = {
  transportMode: ['运输方式代码（2 水路 3 铁路 4 公路 5 航空）', 'Transport modes (2 water 3 rail 4 road 5 air)'],
  direction: ['进出口', 'Direction'],
  dangerous: ['危险货物', 'Dangerous goods'],
  licensed: ['涉及许可证', 'Licence named'],
  hsCode: ['商品编码开头', 'Tariff number begins with'],
} as const;

export function RuleForm({
  of,
  propose,
  close,
}: {
  of: RuleView | undefined;
  propose: (body: ProposeRule) => Promise<void>;
  close: () => void;
}) {
  const say = useSay();
  const [ends, setEnds] = useState(false);
  const { words, field, choice } = useTextFields('rule', () => ({
    ruleId: of?.id ?? '',
    object: of?.object ?? 'goods-line',
    authority: of?.authority ?? 'customs',
    hours: String((of?.limitMinutes ?? 1440) / 60),
    clause: of?.clause ?? '',
    validFrom: '',
    validTo: '',
    reason: '',
    ...Object.fromEntries((of?.facts ?? []).map((f) => [f.fact, f.values.join(', ')])),
  }));
  const valuesOf = (fact: keyof typeof labels) =>
    Object.entries(factValues[fact] ?? {}).map(([value, name]) => [value, say(name)] as const);
  const body = (): ProposeRule => ({
    ruleId: words('ruleId'),
    object: words('object') as ProposeRule['object'],
    authority: words('authority') as ProposeRule['authority'],
    facts: ruleFacts.flatMap((fact) => {
      const values = words(fact)
        .split(/[,，\s]+/)
        .filter(Boolean);
      return values.length > 0 ? [{ fact, values }] : [];
    }),
    limitMinutes: Math.round(Number(words('hours')) * 60),
    clause: words('clause'),
    validFrom: words('validFrom'),
    ...(words('validTo') ? { validTo: words('validTo') } : {}),
    ...(ends ? { ends } : {}),
    reason: words('reason'),
  });
  const ready = ['ruleId', 'hours', 'clause', 'validFrom', 'reason'].every((name) => words(name) !== '');
  return (
    <section className="card" aria-label={say('提出规则变更', 'Propose a change')}>
      <h2>{of ? say('修改规则', 'Change the rule') : say('新增规则', 'Add a rule')}</h2>
      <div className="grid">
        {field('ruleId', '规则标识', 'Rule id', { disabled: of !== undefined })}
        {choice(
          'authority',
          '部门',
          'Authority',
          authorityIds.map((a) => [a, say(authorityName(a))] as const),
        )}
        {choice(
          'object',
          '对象',
          'Object',
          objectTypes.map((t) => [t, say(objectTypeName(t))] as const),
        )}
        {field('hours', '时限（小时）', 'Time limit (hours)')}
        {ruleFacts.map((fact) => (
          <div key={fact}>
            {fact === 'transportMode' || fact === 'hsCode'
              ? field(fact, labels[fact][0], labels[fact][1])
              : choice(fact, labels[fact][0], labels[fact][1], [['', say('不限', 'Any')], ...valuesOf(fact)])}
          </div>
        ))}
        {field('clause', '依据条款', 'Clause')}
        {field('validFrom', '施行日期', 'First day', { type: 'date' })}
        {field('validTo', '失效日期（可空）', 'Ends before (may be empty)', { type: 'date' })}
        {field('reason', '理由', 'Reason')}
      </div>
      <div className="bar">
        {of && (
          <label>
            <input type="checkbox" checked={ends} onChange={(e) => setEnds(e.target.checked)} />{' '}
            {say('自施行日期起终止该规则', 'End the rule on the first day')}
          </label>
        )}
        <Button type="primary" disabled={!ready} onClick={() => void propose(body())}>
          {say('提出变更', 'Propose')}
        </Button>
        <Button onClick={close}>{say('取消', 'Cancel')}</Button>
      </div>
    </section>
  );
}
