// A credential agreed with the partner, kept under a name; what was kept is never shown again.
import { Button } from 'antd';
import { send } from '../../../web/api.ts';
import { useSay, useTime } from '../../../web/language.tsx';
import { useTextFields } from '../../../web/text-fields.tsx';
import type { ChannelCare } from '../contract.ts';

export function CredentialForm({
  care,
  act,
}: {
  care: ChannelCare;
  act: (doing: () => Promise<unknown>) => Promise<boolean>;
}) {
  const say = useSay();
  const time = useTime();
  const { words, field } = useTextFields('credential', () => ({ name: '', secret: '' }));
  const complete = /^[a-z0-9-]{1,60}$/.test(words('name')) && words('secret').length >= 16;
  return (
    <details>
      <summary>{say('保存凭据', 'Keep a credential')}</summary>
      <ul className="plain-list">
        {care.credentials.map((one) => (
          <li key={one.name}>
            <code>{one.name}</code> <span className="soft">{`${one.keptBy} ${time(one.keptAt)}`}</span>
          </li>
        ))}
      </ul>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { name: words('name'), secret: words('secret') };
          void act(() => send('POST', `/channel-settings/${care.channel}/credentials`, body));
        }}
      >
        {field('name', '名称（小写字母、数字、-）', 'Name (small letters, digits, -)', { maxLength: 60 })}
        {field('secret', '凭据（至少 16 位，只写不读）', 'Secret (16 characters at least, never shown)', {
          type: 'password',
          maxLength: 500,
        })}
        <span>
          <Button htmlType="submit" disabled={!complete}>
            {say('保存', 'Keep')}
          </Button>
        </span>
      </form>
    </details>
  );
}
