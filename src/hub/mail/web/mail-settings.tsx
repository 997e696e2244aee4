// Where and how often somebody wants his notices by e-mail (M2).
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { EventFilter } from '../../notices/contract.ts';
import { FiltersEditor } from '../../notices/web/filter-editor.tsx';
import type { MailSettings, Rhythm } from '../contract.ts';

export function MailSettingsDialog({ close }: { close: () => void }) {
  const say = useSay();
  const now = useQuery({ queryKey: ['mail-settings'], queryFn: () => get<MailSettings>('/mail-settings') });
  return (
    <Modal open width={860} title={say('邮件通知', 'E-mail notices')} footer={null} onCancel={close}>
      <Shown query={now}>
        {(settings) =>
          settings.available ? (
            <Form key={settings.address ?? ''} settings={settings} />
          ) : (
            <Alert
              type="info"
              showIcon
              title={say('尚未开通邮件通知', 'E-mail notices are not set up here')}
              description={say('口岸办配置邮件服务器后即可使用', 'The port office has to set up a mail server')}
            />
          )
        }
      </Shown>
    </Modal>
  );
}

function Form({ settings }: { settings: MailSettings }) {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const [address, setAddress] = useState(settings.address ?? '');
  const [rhythm, setRhythm] = useState<Rhythm>(settings.rhythm);
  const [filters, setFilters] = useState<readonly EventFilter[] | null>(settings.filters);
  const [problem, setProblem] = useState<unknown>();
  const attempt = async (act: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['mail-settings'] });
  };
  return (
    <>
      {problem !== undefined && <ProblemNote error={problem} />}
      {settings.state === 'pending' && (
        <Alert
          type="warning"
          showIcon
          title={say(
            `确认邮件已发往 ${settings.address}，请在 24 小时内打开其中的链接`,
            `A letter went to ${settings.address}; open its link within 24 hours`,
          )}
        />
      )}
      {settings.disabledBecause && (
        <Alert type="error" showIcon title={say('已停用', 'Stopped')} description={say(settings.disabledBecause)} />
      )}
      <div className="field spaced">
        <label htmlFor="mail-address">
          {say('邮箱', 'Address')} {settings.state !== 'none' && <StateTag state={settings.state} />}
        </label>
        <Input
          id="mail-address"
          type="email"
          autoComplete="email"
          maxLength={254}
          value={address}
          onChange={(e) => setAddress(e.target.value)}
        />
      </div>
      <div className="field spaced">
        <div id="mail-rhythm">{say('频率', 'Rhythm')}</div>
        <Radio.Group
          aria-labelledby="mail-rhythm"
          value={rhythm}
          onChange={(e) => setRhythm(e.target.value as Rhythm)}
          options={[
            { value: 'at-once', label: say('即时', 'At once') },
            { value: 'hourly', label: say('每小时汇总', 'Each hour') },
            { value: 'daily', label: say('每天 08:00 汇总', 'Each day at 08:00') },
          ]}
        />
      </div>
      <div className="field spaced">
        <div id="mail-which">{say('发送哪些', 'Which events')}</div>
        <Radio.Group
          aria-labelledby="mail-which"
          value={filters === null ? 'role' : 'own'}
          onChange={(e) => setFilters(e.target.value === 'role' ? null : [{ tones: ['bad'] }])}
          options={[
            { value: 'role', label: say('按岗位默认', 'As the role decides') },
            { value: 'own', label: say('自选', 'My own choice') },
          ]}
        />
      </div>
      {filters !== null && <FiltersEditor id="mail" value={filters} onChange={setFilters} />}
      <div className="bar">
        <Button
          type="primary"
          disabled={address.trim() === ''}
          onClick={() =>
            void attempt(() => send('PUT', '/mail-settings', { address: address.trim(), rhythm, filters }))
          }
        >
          {settings.state === 'pending' && address === settings.address
            ? say('重发确认邮件', 'Send the letter again')
            : say('保存', 'Save')}
        </Button>
        {settings.state !== 'none' && (
          <Button danger onClick={() => void attempt(() => send('DELETE', '/mail-settings'))}>
            {say('删除邮箱', 'Forget the address')}
          </Button>
        )}
        <span className="soft">
          {settings.lastSentAt && `${say('最近发送', 'Last sent')} ${time(settings.lastSentAt)}`}
        </span>
      </div>
    </>
  );
}
