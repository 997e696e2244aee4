// A yard as the port office keeps it (P6, M4): bays with equipment, opening hours and hours by appointment.
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { get } from '../../../../web/api.ts';
import { Shown } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import { type Equipment, equipment, type YardSite } from '../../contract.ts';
import { HoursFields } from './hours-fields.tsx';
import { useKeyedRows } from './keyed-rows.ts';
import { EditProblem, seen, useEdit } from './keep-edit.tsx';

const empty: YardSite = {
  id: '',
  name: { zh: '', en: '' },
  stations: [],
  slotMinutes: 60,
  returnMinutes: 0,
  virtualReturn: false,
  bays: [],
  openings: [],
  revision: '',
};
const equipmentWords: Readonly<Record<Equipment, readonly [zh: string, en: string]>> = {
  scanner: ['H986', 'H986'],
  cold: ['冷库', 'cold'],
};

export function SiteEditor() {
  const say = useSay();
  const [chosen, setChosen] = useState('');
  const [turn, setTurn] = useState(0);
  const sites = useQuery({ queryKey: ['yard-sites'], queryFn: () => get<{ items: YardSite[] }>('/yard-sites') });
  return (
    <section className="card" aria-label={say('查验场资料', 'Keeping the yards')}>
      <h2>{say('查验场资料：台位、设备、开放时间', 'Keeping the yards: bays, equipment, hours')}</h2>
      <Shown query={sites}>
        {({ items }) => (
          <>
            <div className="bar">
              <label htmlFor="edit-site">{say('修改', 'Change')}</label>
              <select id="edit-site" className="native" value={chosen} onChange={(e) => setChosen(e.target.value)}>
                <option value="">{say('请选择', 'Choose')}</option>
                {items.map((site) => (
                  <option key={site.id} value={site.id}>
                    {say(site.name)}
                  </option>
                ))}
                <option value="new">{say('新查验场', 'A new yard')}</option>
              </select>
            </div>
            {chosen !== '' && (
              <SiteForm
                key={`${chosen} ${turn}`}
                site={items.find((site) => site.id === chosen) ?? empty}
                done={(id) => setChosen(id)}
                takeTheirs={() => setTurn(turn + 1)}
              />
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function SiteForm({ site, done, takeTheirs }: { site: YardSite; done: (id: string) => void; takeTheirs: () => void }) {
  const say = useSay();
  const [given, setGiven] = useState(site);
  const openings = useKeyedRows(site.openings);
  const [saved, setSaved] = useState(false);
  const [bay, setBay] = useState('');
  const { problem, submit, again } = useEdit<YardSite>(['yard-sites'], ({ revision }) => {
    setSaved(true);
    setGiven({ ...given, revision });
    done(given.id);
  });
  const set = (more: Partial<YardSite>) => {
    setSaved(false);
    setGiven({ ...given, ...more });
  };
  const { id, revision, ...rest } = given;
  const body = { ...rest, ...seen({ revision }), openings: openings.rows.map(({ row }) => row) };
  const text = (name: string, label: string, value: string, change: (text: string) => void) => (
    <div className="field">
      <label htmlFor={`site-${name}`}>{label}</label>
      <Input id={`site-${name}`} maxLength={80} value={value} onChange={(e) => change(e.target.value)} />
    </div>
  );
  const whole = id !== '' && given.name.zh !== '' && given.name.en !== '' && given.stations.length > 0;
  return (
    <>
      <div className="fields">
        {site.id === '' &&
          text('id', say('代码（大写字母、数字、-）', 'Code (A–Z, 0–9, -)'), id, (v) => set({ id: v.toUpperCase() }))}
        {text('zh', say('中文名称', 'Name in Chinese'), given.name.zh, (zh) => set({ name: { ...given.name, zh } }))}
        {text('en', say('英文名称', 'Name in English'), given.name.en, (en) => set({ name: { ...given.name, en } }))}
        {text(
          'stations',
          say('服务的场站代码（逗号分隔）', 'Stations served (by commas)'),
          given.stations.join(','),
          (v) => set({ stations: v.split(/[,，\s]+/).filter(Boolean) }),
        )}
        {text('slot', say('每个时段（分钟）', 'A slot (minutes)'), String(given.slotMinutes), (v) =>
          set({ slotMinutes: Number(v.replace(/\D/g, '')) || 0 }),
        )}
        {text('return', say('归位（分钟）', 'Way back (minutes)'), String(given.returnMinutes), (v) =>
          set({ returnMinutes: Number(v.replace(/\D/g, '')) || 0 }),
        )}
      </div>
      <label>
        <input
          type="checkbox"
          checked={given.virtualReturn}
          onChange={(e) => set({ virtualReturn: e.target.checked })}
        />{' '}
        {say('虚拟归位：查验通过的出口箱可直接装运', 'Virtual return: export boxes that passed load from here')}
      </label>
      <h3>{say('台位', 'Bays')}</h3>
      <ul className="plain-list">
        {given.bays.map((one, i) => (
          <li key={one.id} className="bar">
            <strong>{one.id}</strong>
            {equipment.map((e) => (
              <label key={e}>
                <input
                  type="checkbox"
                  checked={one.equipment.includes(e)}
                  onChange={(event) =>
                    set({
                      bays: given.bays.with(i, {
                        ...one,
                        equipment: event.target.checked
                          ? [...one.equipment, e]
                          : one.equipment.filter((other) => other !== e),
                      }),
                    })
                  }
                />{' '}
                {say(equipmentWords[e][0], equipmentWords[e][1])}
              </label>
            ))}
            <Button
              size="small"
              aria-label={say(`移除台位 ${one.id}`, `Remove bay ${one.id}`)}
              onClick={() => set({ bays: given.bays.filter((other) => other !== one) })}
            >
              {say('移除', 'Remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="bar">
        <label htmlFor="new-bay">{say('新台位', 'A new bay')}</label>
        <Input
          id="new-bay"
          style={{ width: 100 }}
          maxLength={12}
          value={bay}
          onChange={(e) => setBay(e.target.value.toUpperCase())}
        />
        <Button
          disabled={!/^[A-Z0-9]+$/.test(bay) || given.bays.some((one) => one.id === bay)}
          onClick={() => {
            set({ bays: [...given.bays, { id: bay, equipment: [] }] });
            setBay('');
          }}
        >
          {say('加入台位', 'Add the bay')}
        </Button>
      </div>
      <h3>{say('开放时间', 'Hours')}</h3>
      {openings.rows.map(({ key, row: one }, i) => (
        <div className="bar" key={key}>
          <HoursFields id={`opening-${i}`} hours={one} change={(hours) => openings.set(key, hours)} />
          {(['byAppointment', 'onHolidays'] as const).map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={one[name]}
                onChange={(e) => openings.set(key, { ...one, [name]: e.target.checked })}
              />{' '}
              {name === 'byAppointment' ? say('须预约', 'by appointment') : say('节假日也开放', 'on holidays too')}
            </label>
          ))}
          <Button
            size="small"
            aria-label={say(`移除时间 ${i + 1}`, `Remove hours ${i + 1}`)}
            onClick={() => openings.remove(key)}
          >
            {say('移除', 'Remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          openings.add({
            weekdays: [1, 2, 3, 4, 5],
            fromMinute: 480,
            toMinute: 1200,
            onHolidays: false,
            byAppointment: false,
          })
        }
      >
        {say('加入开放时间', 'Add hours')}
      </Button>
      <EditProblem problem={problem} again={again} takeTheirs={takeTheirs} />
      <div className="bar">
        <Button
          type="primary"
          disabled={!whole}
          onClick={() => void submit({ method: 'PUT', path: `/yard-sites/${encodeURIComponent(id)}`, body })}
        >
          {say('保存查验场', 'Save the yard')}
        </Button>
        <span role="status">{saved ? say('已保存', 'Saved') : ''}</span>
      </div>
    </>
  );
}
