// Settings of a channel proposed as a whole, beginning with what is set now, for a second person to confirm.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { useSay } from '../../../web/language.tsx';
import { useTextFields } from '../../../web/text-fields.tsx';
import type { ChannelCare, ChannelSettings, MaintenanceWindow } from '../contract.ts';
import { AddWindow } from './add-window.tsx';
import { WindowList } from './window-list.tsx';
import { instantOf, localOf } from './words.ts';

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : String(ms / 1000));
const kib = (bytes: number | undefined): string => (bytes === undefined ? '' : String(bytes / 1024));
const times = (text: string, by: number): number | undefined =>
  text === '' ? undefined : Math.round(Number(text) * by);

export function ProposeSettings({
  care,
  act,
}: {
  care: ChannelCare;
  act: (doing: () => Promise<unknown>) => Promise<boolean>;
}) {
  const say = useSay();
  const { settings } = care;
  const [open, setOpen] = useState(false);
  const [windows, setWindows] = useState<readonly MaintenanceWindow[]>(care.counts.maintenance);
  const [tell, setTell] = useState<readonly string[]>(settings.tell);
  const { words, field, choice } = useTextFields('settings', () => ({
    endpoint: settings.endpoint ?? '',
    hostKey: settings.hostKey ?? '',
    credential: settings.credential ?? '',
    connections: settings.connections === undefined ? '' : String(settings.connections),
    connect: seconds(settings.connectMs),
    firstByte: seconds(settings.firstByteMs),
    total: seconds(settings.totalMs),
    request: kib(settings.requestBytes),
    answer: kib(settings.answerBytes),
    most: kib(settings.maxBytes),
    retry: (settings.retryAfterMs ?? []).map((ms) => ms / 1000).join(', '),
    openAddress: settings.withoutTls?.address ?? '',
    openUntil: settings.withoutTls ? localOf(settings.withoutTls.until) : '',
    openReason: settings.withoutTls?.reason ?? '',
    from: '',
    reason: '',
  }));
  const numeric = { maxLength: 12 };
  const wanted = (): ChannelSettings => {
    const retry = words('retry');
    const openUntil = instantOf(words('openUntil'));
    const given = {
      endpoint: words('endpoint') || undefined,
      hostKey: words('hostKey').trim() || undefined,
      credential: words('credential') || undefined,
      withoutTls:
        words('openAddress') && openUntil
          ? { address: words('openAddress'), until: openUntil, reason: words('openReason') }
          : undefined,
      connections: times(words('connections'), 1),
      connectMs: times(words('connect'), 1000),
      firstByteMs: times(words('firstByte'), 1000),
      totalMs: times(words('total'), 1000),
      requestBytes: times(words('request'), 1024),
      answerBytes: times(words('answer'), 1024),
      maxBytes: times(words('most'), 1024),
      retryAfterMs:
        retry === ''
          ? undefined
          : retry
              .split(/[,，、\s]+/)
              .filter(Boolean)
              .map((text) => Math.round(Number(text) * 1000)),
    };
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return { ...set, maintenance: windows, tell };
  };
  const propose = async () => {
    const from = instantOf(words('from'));
    const body = { settings: wanted(), reason: words('reason'), ...(from ? { effectiveFrom: from } : {}) };
    if (await act(() => send('POST', `/channel-settings/${care.channel}/changes`, body))) setOpen(false);
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('提出参数变更', 'Propose settings')}</summary>
      <p className="soft">
        {say(
          '留空的项目按通道说明。第二人确认后各节点一秒内生效，无需重启。',
          'What is left empty is as the profile says. In force on every node within a second of the confirmation, without a restart.',
        )}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void propose();
        }}
      >
        <div className="grid">
          {field('endpoint', '地址（https 或 sftp）', 'Address (https or sftp)', { maxLength: 2048 })}
          {field('hostKey', 'SFTP 主机密钥指纹（SHA256:…）', 'SFTP host key fingerprint (SHA256:…)', {
            maxLength: 60,
          })}
          {choice('credential', '凭据', 'Credential', [
            ['', say('按部署配置', 'As configured')],
            ...care.credentials.map(({ name }) => [name, name] as const),
          ])}
          {field('connections', '同时连接', 'Connections at once', numeric)}
          {field('connect', '连接时限（秒）', 'Time to connect (s)', numeric)}
          {field('firstByte', '首字节时限（秒）', 'Time to the first byte (s)', numeric)}
          {field('total', '总时限（秒）', 'Time in all (s)', numeric)}
          {field('request', '发出上限（KiB）', 'Largest document (KiB)', numeric)}
          {field('answer', '应答上限（KiB）', 'Largest answer (KiB)', numeric)}
          {field('most', '来文上限（KiB）', 'Largest message received (KiB)', numeric)}
          {field('retry', '重试间隔（秒，逗号分开）', 'Retried after (s, with commas)', { maxLength: 200 })}
        </div>
        <fieldset className="group">
          <legend>{say('维护窗口', 'Windows of maintenance')}</legend>
          <WindowList windows={windows} remove={(i) => setWindows(windows.filter((_, at) => at !== i))} />
          <AddWindow add={(one) => setWindows([...windows, one])} />
        </fieldset>
        <fieldset className="group">
          <legend>
            {say('不加密的例外（须写明地址、到期与原因）', 'Exception from TLS (address, end and reason)')}
          </legend>
          <div className="grid">
            {field('openAddress', '不加密的地址', 'Address without TLS', { maxLength: 2048 })}
            {field('openUntil', '到期（UTC+8）', 'Until (UTC+8)', { type: 'datetime-local' })}
            {field('openReason', '为何不加密', 'Why without TLS', { maxLength: 500 })}
          </div>
        </fieldset>
        <fieldset className="group">
          <legend>{say('故障时告知（不选则告知全部）', 'Told when it breaks (nobody chosen: everybody)')}</legend>
          {care.people.map((person) => (
            <Checkbox
              key={person.id}
              checked={tell.includes(person.id)}
              onChange={(event) =>
                setTell(event.target.checked ? [...tell, person.id] : tell.filter((id) => id !== person.id))
              }
            >
              {person.name}
            </Checkbox>
          ))}
        </fieldset>
        <div className="grid">
          {field('from', '生效时间（UTC+8，留空为确认时）', 'In force from (UTC+8; empty: at once)', {
            type: 'datetime-local',
          })}
          {field('reason', '理由', 'Reason', { maxLength: 500 })}
        </div>
        <Button type="primary" htmlType="submit" disabled={words('reason') === ''}>
          {say('提出，待第二人确认', 'Propose, for a second person to confirm')}
        </Button>
      </form>
    </details>
  );
}
