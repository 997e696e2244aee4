// Seals (found, cut, put on) and samples (number, what, to which laboratory) of an inspection; a row is in the record once it is whole.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { objectName } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import { type SampleRecord, type SealRecord, sealActs } from '../../contract.ts';
import type { Editing } from './editing.ts';

const actWords: Readonly<Record<SealRecord['act'], readonly [zh: string, en: string]>> = {
  found: ['查见', 'found'],
  cut: ['剪开', 'cut'],
  'put-on': ['新施加', 'put on'],
};

export function SealRows({ sheet, record, change }: Editing) {
  const say = useSay();
  const objects = sheet.inspection.objectIds;
  const seals = record.seals ?? [];
  const [given, setGiven] = useState({ objectId: objects[0] ?? '', act: 'found' as SealRecord['act'], number: '' });
  const put = (next: readonly SealRecord[]) => {
    const { seals: _all, ...rest } = record;
    change(next.length > 0 ? { ...rest, seals: next } : rest);
  };
  const add = (seal: SealRecord) => put([...seals, { ...seal, number: seal.number.trim() }]);
  const isThere = (seal: SealRecord) =>
    seals.some((s) => s.objectId === seal.objectId && s.number === seal.number && s.act === seal.act);
  const declared = sheet.containers
    .filter((box) => box.seal)
    .map((box): SealRecord => ({ objectId: box.objectId, number: box.seal ?? '', act: 'found' }))
    .filter((seal) => !isThere(seal));
  const described = (seal: SealRecord) =>
    `${say(objectName(seal.objectId))} ${say(actWords[seal.act][0], actWords[seal.act][1])} ${seal.number}`;
  return (
    <section className="card" aria-label={say('封志', 'Seals')}>
      <h2>{say('封志', 'Seals')}</h2>
      <ul className="plain-list">
        {seals.map((seal) => (
          <li key={`${seal.objectId} ${seal.act} ${seal.number}`} className="bar">
            {described(seal)}
            <Button
              size="small"
              aria-label={say(`移除 ${described(seal)}`, `Remove ${described(seal)}`)}
              onClick={() => put(seals.filter((s) => s !== seal))}
            >
              {say('移除', 'Remove')}
            </Button>
          </li>
        ))}
      </ul>
      {declared.map((seal) => (
        <Button key={`${seal.objectId} ${seal.number}`} onClick={() => add(seal)}>
          {say(`申报的封志 ${seal.number} 在`, `The declared seal ${seal.number} is there`)}
        </Button>
      ))}
      <div className="field">
        <label htmlFor="seal-object">{say('封志在', 'Seal of')}</label>
        <select
          id="seal-object"
          className="native"
          value={given.objectId}
          onChange={(e) => setGiven({ ...given, objectId: e.target.value })}
        >
          {objects.map((id) => (
            <option key={id} value={id}>
              {say(objectName(id))}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="seal-act">{say('动作', 'What was done')}</label>
        <select
          id="seal-act"
          className="native"
          value={given.act}
          onChange={(e) => setGiven({ ...given, act: e.target.value as SealRecord['act'] })}
        >
          {sealActs.map((act) => (
            <option key={act} value={act}>
              {say(actWords[act][0], actWords[act][1])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="seal-number">{say('封志号', 'Number of the seal')}</label>
        <Input
          id="seal-number"
          maxLength={40}
          value={given.number}
          onChange={(e) => setGiven({ ...given, number: e.target.value })}
        />
      </div>
      <Button
        disabled={given.number.trim() === '' || isThere({ ...given, number: given.number.trim() })}
        onClick={() => {
          add(given);
          setGiven({ ...given, number: '' });
        }}
      >
        {say('加入封志', 'Add the seal')}
      </Button>
    </section>
  );
}

const noSample = { number: '', what: '', laboratory: '', lineNumber: '' };

export function SampleRows({ sheet, record, change }: Editing) {
  const say = useSay();
  const samples = record.samples ?? [];
  const [given, setGiven] = useState(noSample);
  const put = (next: readonly SampleRecord[]) => {
    const { samples: _all, ...rest } = record;
    change(next.length > 0 ? { ...rest, samples: next } : rest);
  };
  const field = (name: 'number' | 'what' | 'laboratory', zh: string, en: string, maxLength: number) => (
    <div className="field">
      <label htmlFor={`sample-${name}`}>{say(zh, en)}</label>
      <Input
        id={`sample-${name}`}
        maxLength={maxLength}
        value={given[name]}
        onChange={(e) => setGiven({ ...given, [name]: e.target.value })}
      />
    </div>
  );
  const whole = [given.number, given.what, given.laboratory].every((text) => text.trim() !== '');
  return (
    <section className="card" aria-label={say('样品', 'Samples')}>
      <h2>{say('样品', 'Samples')}</h2>
      <ul className="plain-list">
        {samples.map((sample) => (
          <li key={sample.number} className="bar">
            {sample.number} {sample.what} → {sample.laboratory}
            <Button
              size="small"
              aria-label={say(`移除样品 ${sample.number}`, `Remove sample ${sample.number}`)}
              onClick={() => put(samples.filter((s) => s !== sample))}
            >
              {say('移除', 'Remove')}
            </Button>
          </li>
        ))}
      </ul>
      {field('number', '样品编号', 'Number of the sample', 40)}
      {field('what', '所取样品', 'What was taken', 200)}
      {field('laboratory', '送检实验室', 'To which laboratory', 200)}
      <div className="field">
        <label htmlFor="sample-line">{say('取自', 'Taken from')}</label>
        <select
          id="sample-line"
          className="native"
          value={given.lineNumber}
          onChange={(e) => setGiven({ ...given, lineNumber: e.target.value })}
        >
          <option value="">{say('不分项', 'No one line')}</option>
          {sheet.goods.map((line) => (
            <option key={line.lineNumber} value={line.lineNumber}>
              {line.lineNumber} {line.goodsName}
            </option>
          ))}
        </select>
      </div>
      <Button
        disabled={!whole || samples.some((s) => s.number === given.number.trim())}
        onClick={() => {
          const { lineNumber, ...rest } = given;
          put([...samples, { ...rest, number: given.number.trim(), ...(lineNumber ? { lineNumber } : {}) }]);
          setGiven(noSample);
        }}
      >
        {say('加入样品', 'Add the sample')}
      </Button>
    </section>
  );
}
