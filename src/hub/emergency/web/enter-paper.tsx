// Entering one paper (M10): the case by any of its numbers, then what stands on the paper.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { authorityIds } from '../../../kernel/party.ts';
import { get, send } from '../../../web/api.ts';
import { authorityName, ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { type EmergencyView, paperKinds } from '../contract.ts';
import { LabelledInput } from './labelled-input.tsx';
import { paperKindName } from './paper-kind-name.ts';

type Hit = { id: string; number: string };
/** What stands on the paper is local time; we keep instants. */
const asInstant = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

export function EnterPaper({ emergency, close }: { emergency: EmergencyView; close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const own = useSession().data?.organisation.authority;
  const [number, setNumber] = useState('');
  const [words, setWords] = useState({
    authority: own ?? '',
    kind: 'release',
    paperNumber: '',
    signatory: '',
    paperAt: '',
    reason: '',
  });
  const [problem, setProblem] = useState<unknown>();
  const found = useQuery({
    queryKey: ['emergencies', 'case', number],
    enabled: number.trim().length >= 4,
    queryFn: () => get<{ items: Hit[] }>(`/shipments?query=${encodeURIComponent(number.trim())}&limit=2`),
  });
  const hit = found.data?.items.length === 1 ? found.data.items[0] : undefined;
  const set = (change: Partial<typeof words>) => setWords({ ...words, ...change });
  const ready =
    hit &&
    words.authority &&
    words.paperNumber.trim() &&
    words.signatory.trim() &&
    words.paperAt &&
    words.reason.trim();
  const enter = async () => {
    setProblem(undefined);
    try {
      await send('POST', `/emergencies/${emergency.id}/paper-acts`, {
        ...words,
        shipmentId: hit?.id,
        paperAt: asInstant(words.paperAt),
      });
      await client.invalidateQueries({ queryKey: ['emergencies'] });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say('录入纸面文书', 'Enter a paper')}
      okText={say('录入，待第二人确认', 'Enter, for a second person to confirm')}
      cancelText={say('取消', 'Cancel')}
      okButtonProps={{ disabled: !ready }}
      onCancel={close}
      onOk={enter}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <LabelledInput
        label={say('货物（编号、提运单号或箱号）', 'Case (number, bill or container)')}
        value={number}
        onChange={(value) => setNumber(value)}
      />
      <p role="status" className="soft">
        {hit
          ? `${say('已找到', 'Found')} ${hit.number}`
          : found.data
            ? found.data.items.length === 0
              ? say('没有找到', 'Nothing found')
              : say('不止一票，请输入更完整的号码', 'More than one: type a fuller number')
            : say('请输入号码', 'Type a number')}
      </p>
      <label className="labelled">
        {say('部门', 'Authority')}
        <select
          value={words.authority}
          disabled={own !== undefined}
          onChange={(e) => set({ authority: e.target.value })}
        >
          <option value="">—</option>
          {authorityIds.map((id) => (
            <option key={id} value={id}>
              {say(authorityName(id))}
            </option>
          ))}
        </select>
      </label>
      <label className="labelled">
        {say('决定', 'Decision')}
        <select value={words.kind} onChange={(e) => set({ kind: e.target.value })}>
          {paperKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(paperKindName(kind))}
            </option>
          ))}
        </select>
      </label>
      <LabelledInput
        label={say('文书号', 'Number of the paper')}
        value={words.paperNumber}
        maxLength={60}
        onChange={(value) => set({ paperNumber: value })}
      />
      <LabelledInput
        label={say('签署人', 'Signed by')}
        value={words.signatory}
        maxLength={60}
        onChange={(value) => set({ signatory: value })}
      />
      <LabelledInput
        label={say('签署时间（北京时间）', 'Signed at (UTC+8)')}
        type="datetime-local"
        value={words.paperAt}
        onChange={(value) => set({ paperAt: value })}
      />
      <LabelledInput label={say('理由', 'Reason')} value={words.reason} onChange={(value) => set({ reason: value })} />
    </Modal>
  );
}
