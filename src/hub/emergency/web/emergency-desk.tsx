// The desk of emergency mode (M10): the port office declares and ends, officers enter and confirm papers, differences are settled.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { MoreButton, ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { EmergencyView } from '../contract.ts';
import { LabelledInput } from './labelled-input.tsx';
import { PaperActs } from './paper-acts.tsx';

export default function EmergencyDesk() {
  const say = useSay();
  const client = useQueryClient();
  const me = useSession().data;
  const [declaring, setDeclaring] = useState(false);
  const [ending, setEnding] = useState<EmergencyView>();
  const [problem, setProblem] = useState<unknown>();
  const list = usePages<EmergencyView>(['emergencies', 'all'], '/emergencies?limit=20');
  const refresh = () => client.invalidateQueries({ queryKey: ['emergencies'] });
  const end = async (one: EmergencyView) => {
    setProblem(undefined);
    try {
      await send('POST', `/emergencies/${one.id}/end`, {});
    } catch (error) {
      setProblem(error);
    }
    setEnding(undefined);
    await refresh();
  };
  const mayDeclare = me?.actions.includes('emergency.declare') ?? false;
  const mayHandle = me?.actions.includes('paper-act.handle') ?? false;
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="bar">
        <h1>{say('应急处置', 'Emergency mode')}</h1>
        {mayDeclare && (
          <Button size="small" type="primary" danger onClick={() => setDeclaring(true)}>
            {say('宣布应急', 'Declare an emergency')}
          </Button>
        )}
        <span className="soft">
          {say(
            '部门或舱单等系统故障时：照常申报、纸面放行、照常提货；恢复后补发、核对',
            'When an authority’s or a feed’s system fails: file as always, release by paper, pick up; sent and reconciled afterwards',
          )}
        </span>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={list} empty={() => all.length === 0}>
        {() =>
          all.map((one) => (
            <EmergencyCard key={one.id} one={one} mayEnd={mayDeclare} mayHandle={mayHandle} end={setEnding} />
          ))
        }
      </Shown>
      <MoreButton list={list} />
      {declaring && <Declare close={() => setDeclaring(false)} done={refresh} />}
      <Modal
        open={ending !== undefined}
        title={say('结束应急处置', 'End the emergency')}
        okText={say('结束并补发', 'End and send what waits')}
        cancelText={say('取消', 'Cancel')}
        onCancel={() => setEnding(undefined)}
        onOk={() => ending && end(ending)}
      >
        {say(
          '暂存的单证将立即发出，纸面文书开始与电子指令核对。此前投递失败的单证列入批量重发，由第二人在“交换运行”确认。',
          'What waited goes out at once, and papers are reconciled with what the partners say. What had died before is proposed to be sent again; a second person confirms that under “Exchange”.',
        )}
      </Modal>
    </>
  );
}

function EmergencyCard({
  one,
  mayEnd,
  mayHandle,
  end,
}: {
  one: EmergencyView;
  mayEnd: boolean;
  mayHandle: boolean;
  end: (one: EmergencyView) => void;
}) {
  const say = useSay();
  const time = useTime();
  return (
    <section className="card" aria-label={one.number}>
      <div className="bar">
        <h2>{one.number}</h2>
        <StateTag state={one.state === 'active' ? 'emergency' : 'finished'} />
        <strong>{one.channels.map((channel) => say(channel.name)).join(say('、', ', '))}</strong>
        <span className="grow" />
        {mayEnd && one.state === 'active' && (
          <Button size="small" onClick={() => end(one)}>
            {say('结束应急', 'End it')}
          </Button>
        )}
      </div>
      <p>
        {one.reason} <span className="soft">{one.legalBasis}</span>
      </p>
      <p className="soft">
        {say('宣布', 'Declared')} {time(one.declaredAt)} {one.declaredBy}
        {one.plannedEnd && ` · ${say('预计至', 'until about')} ${time(one.plannedEnd)}`}
        {one.endedAt && ` · ${say('结束', 'ended')} ${time(one.endedAt)} ${one.endedBy ?? ''}`}
      </p>
      {mayHandle && <PaperActs emergency={one} />}
    </section>
  );
}

function Declare({ close, done }: { close: () => void; done: () => Promise<void> }) {
  const say = useSay();
  const [channels, setChannels] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const known = useQuery({
    queryKey: ['exchange', 'channels'],
    queryFn: () => get<{ items: { id: string; name: { zh: string; en: string } }[] }>('/exchange/channels'),
  });
  const declare = async () => {
    try {
      await send('POST', '/emergencies', { channels, reason, legalBasis });
      await done();
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say('宣布应急处置', 'Declare an emergency')}
      okText={say('宣布', 'Declare')}
      cancelText={say('取消', 'Cancel')}
      okButtonProps={{ danger: true, disabled: channels.length === 0 || !reason.trim() || !legalBasis.trim() }}
      onCancel={close}
      onOk={declare}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <fieldset>
        <legend>{say('哪些通道故障', 'Which channels are out of order')}</legend>
        <Shown query={known}>
          {(list) => (
            <Checkbox.Group
              value={channels}
              onChange={(value) => setChannels(value as string[])}
              options={list.items.map((channel) => ({ value: channel.id, label: say(channel.name) }))}
            />
          )}
        </Shown>
      </fieldset>
      <LabelledInput label={say('理由', 'Reason')} value={reason} onChange={(value) => setReason(value)} />
      <LabelledInput
        label={say('依据', 'Legal basis')}
        value={legalBasis}
        maxLength={200}
        onChange={(value) => setLegalBasis(value)}
      />
    </Modal>
  );
}
