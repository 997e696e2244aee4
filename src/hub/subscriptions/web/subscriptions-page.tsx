// The organisation's webhooks (M2): where events go, whether they arrive, and every message with its attempts.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { MoreButton, ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { SecretOnce } from '../../../web/secret-once.tsx';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import { eventNames } from '../../notices/contract.ts';
import { FolderEditor, type FolderFields, folderCommand, isFolderUrl } from './folder-fields.tsx';
import { FileList } from '../../erp/web/file-list.tsx';
import { FilterEditor } from '../../notices/web/filter-editor.tsx';
import type { MessageView, SubscriptionFilter, SubscriptionMade, SubscriptionView } from '../contract.ts';

const REFRESH_MS = 5000;

export default function SubscriptionsPage() {
  const say = useSay();
  const [form, setForm] = useState<SubscriptionView | 'new'>();
  const [deleting, setDeleting] = useState<SubscriptionView>();
  const [made, setMade] = useState<SubscriptionMade>();
  const [opened, setOpened] = useState<SubscriptionView>();
  const list = useQuery({
    queryKey: ['subscriptions'],
    queryFn: () => get<{ items: SubscriptionView[] }>('/subscriptions'),
    refetchInterval: REFRESH_MS,
  });
  const { problem, act } = useAct(['subscriptions']);
  const kind = useSession().data?.organisation.kind;
  const filesAreTaken = kind === 'trader' || kind === 'broker';
  return (
    <>
      <div className="bar">
        <h1>{say('事件订阅', 'Event subscriptions')}</h1>
        <Button size="small" type="primary" onClick={() => setForm('new')}>
          {say('新建订阅', 'New subscription')}
        </Button>
        <span className="soft">
          {say(
            '事件发生时推送到贵单位的 https 地址、SFTP 文件夹或 NATS，带 Standard Webhooks 签名；也可用 GET /api/v1/event-pages 拉取',
            'Events go to your https address, SFTP folder or NATS, signed after Standard Webhooks; or pull GET /api/v1/event-pages',
          )}
        </span>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) =>
          l.items.map((s) => (
            <section key={s.id} className="card" aria-label={s.name}>
              <div className="bar">
                <h2>{s.name}</h2>
                <StateTag state={s.state} />
                <code>{s.url}</code>
                <span className="grow" />
                <Button size="small" onClick={() => setOpened(s)}>
                  {say('消息', 'Messages')} ({s.waiting})
                </Button>
                <Button
                  size="small"
                  disabled={s.state !== 'active'}
                  onClick={() => void act(() => send('POST', `/subscriptions/${s.id}/test`))}
                >
                  {say('发送测试', 'Send a test')}
                </Button>
                <Button
                  size="small"
                  onClick={() => void act(async () => setMade(await send('POST', `/subscriptions/${s.id}/secret`)))}
                >
                  {say('更换密钥', 'Renew the secret')}
                </Button>
                <Button
                  size="small"
                  onClick={() =>
                    void act(() =>
                      send('PATCH', `/subscriptions/${s.id}`, { state: s.state === 'active' ? 'paused' : 'active' }),
                    )
                  }
                >
                  {s.state === 'active' ? say('暂停', 'Pause') : say('启用', 'Resume')}
                </Button>
                <Button size="small" onClick={() => setForm(s)}>
                  {say('修改', 'Change')}
                </Button>
                <Button size="small" danger onClick={() => setDeleting(s)}>
                  {say('删除', 'Delete')}
                </Button>
              </div>
              <Health subscription={s} />
            </section>
          ))
        }
      </Shown>
      {filesAreTaken && <FileList />}
      {form && (
        <SubscriptionForm {...(form === 'new' ? {} : { of: form })} close={() => setForm(undefined)} onMade={setMade} />
      )}
      <Modal
        open={deleting !== undefined}
        title={say(`删除订阅 ${deleting?.name ?? ''}`, `Delete ${deleting?.name ?? ''}`)}
        okText={say('删除', 'Delete')}
        okButtonProps={{ danger: true }}
        cancelText={say('取消', 'Cancel')}
        onCancel={() => setDeleting(undefined)}
        onOk={() => {
          void act(() => send('DELETE', `/subscriptions/${deleting?.id}`));
          setDeleting(undefined);
        }}
      >
        {say(
          '尚未送达的消息随之取消，消息记录一并删除；不可恢复。若只是暂时不收，请用“暂停”。',
          'What has not been delivered is cancelled and the record of messages goes with it, for good. To receive nothing for a while, pause it.',
        )}
      </Modal>
      {opened && <Messages subscription={opened} close={() => setOpened(undefined)} />}
      <SecretOnce title={made?.name} secret={made?.secret} close={() => setMade(undefined)} />
    </>
  );
}

function Health({ subscription: s }: { subscription: SubscriptionView }) {
  const say = useSay();
  const time = useTime();
  return (
    <div className="soft">
      {s.eventTypes.length === 0 ? say('全部事件', 'All events') : s.eventTypes.join(' ')} ·{' '}
      {Object.values(s.filter).length > 0 && `${Object.values(s.filter).flat().join(' ')} · `}
      {say('最近成功', 'Last success')} {time(s.lastSuccessAt)}
      {s.takesFiles && ` · ${say('收取文件并申报', 'Files are taken and filed')}`}
      {s.failingSince && ` · ${say('失败始于', 'Failing since')} ${time(s.failingSince)}`}
      {s.disabledBecause && ` · ${say(s.disabledBecause)}`}
    </div>
  );
}

/** A new one, or what one asks for and where it goes. */
function SubscriptionForm({
  of,
  close,
  onMade,
}: {
  of?: SubscriptionView;
  close: () => void;
  onMade: (made: SubscriptionMade) => void;
}) {
  const say = useSay();
  const client = useQueryClient();
  const [name, setName] = useState(of?.name ?? '');
  const [url, setUrl] = useState(of?.url ?? '');
  const [eventTypes, setEventTypes] = useState<string[]>([...(of?.eventTypes ?? [])]);
  const [filter, setFilter] = useState<SubscriptionFilter>(of?.filter ?? {});
  const [folder, setFolder] = useState<FolderFields>({
    key: '',
    hostKey: of?.hostKey ?? '',
    takesFiles: of?.takesFiles ?? false,
  });
  const [problem, setProblem] = useState<unknown>();
  const types = useQuery({
    queryKey: ['event-types'],
    queryFn: () => get<{ items: string[] }>('/subscription-event-types'),
  });
  const save = async () => {
    setProblem(undefined);
    const asked = { name, url, eventTypes, filter, ...folderCommand(url, folder) };
    try {
      if (of) await send('PATCH', `/subscriptions/${of.id}`, asked);
      else onMade(await send('POST', '/subscriptions', asked));
      await client.invalidateQueries({ queryKey: ['subscriptions'] });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={of ? say(`修改订阅 ${of.name}`, `Change ${of.name}`) : say('新建订阅', 'New subscription')}
      okText={of ? say('保存', 'Save') : say('建立', 'Make')}
      cancelText={say('取消', 'Cancel')}
      okButtonProps={{ disabled: name.trim() === '' || url === '' }}
      onCancel={close}
      onOk={() => void save()}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <div className="field">
        <label htmlFor="s-name">{say('名称', 'Name')}</label>
        <Input id="s-name" maxLength={80} value={name} onChange={(e) => setName(e.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="s-url">{say('接收地址（https、sftp、nats+tls）', 'Address (https, sftp, nats+tls)')}</label>
        <Input id="s-url" type="url" value={url} onChange={(e) => setUrl(e.target.value)} />
      </div>
      {isFolderUrl(url) && (
        <FolderEditor value={folder} onChange={setFolder} sftp={/^sftp:/i.test(url.trim())} kept={of !== undefined} />
      )}
      <div className="field">
        <label htmlFor="s-types">{say('事件类型（不选为全部）', 'Types of events (none: all)')}</label>
        <Select
          id="s-types"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          value={eventTypes}
          onChange={setEventTypes}
          options={(types.data?.items ?? []).map((t) => {
            const called = eventNames[t];
            return { value: t, label: called ? `${say(called)} ${t}` : t };
          })}
        />
      </div>
      <FilterEditor id="s" value={filter} onChange={setFilter} withoutTypes />
    </Modal>
  );
}

function Messages({ subscription, close }: { subscription: SubscriptionView; close: () => void }) {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const list = usePages<MessageView>(
    ['subscription-messages', subscription.id],
    `/subscriptions/${subscription.id}/messages?limit=20`,
    { refetchInterval: REFRESH_MS },
  );
  const replay = async (messageId: string) => {
    await send('POST', `/subscriptions/${subscription.id}/replay`, { messageId });
    await client.invalidateQueries({ queryKey: ['subscription-messages', subscription.id] });
  };
  const items = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Modal open title={`${subscription.name} · ${say('消息', 'Messages')}`} footer={null} width={820} onCancel={close}>
      {list.isError && <ProblemNote error={list.error} />}
      {list.isSuccess && items.length === 0 && <p className="soft">{say('还没有消息', 'No messages yet')}</p>}
      <table className="plain">
        <tbody>
          {items.map((m) => (
            <tr key={m.id}>
              <td>{time(m.createdAt)}</td>
              <td>
                <code>{m.eventType}</code>
              </td>
              <td>
                <StateTag state={m.state} />
              </td>
              <td>
                {say(`${m.attempts} 次`, `${m.attempts} attempts`)} {m.lastDetail}
                {m.nextAttemptAt && m.attempts > 0 && ` → ${time(m.nextAttemptAt)}`}
              </td>
              <td>
                {(m.state === 'delivered' || m.state === 'failed' || m.state === 'withheld') && (
                  <Button size="small" onClick={() => void replay(m.id)}>
                    {say('重发', 'Replay')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton list={list} />
    </Modal>
  );
}
