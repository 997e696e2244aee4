// The organisation's own page (P11, P12): authorisations given and received, and the keys of its programs.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { SecretOnce } from '../../../web/secret-once.tsx';
import { useSession } from '../../../web/session.ts';
import type { ApiKeyView } from '../contract.ts';
import { Authorisations } from './authorisations.tsx';

export default function OrganisationPage() {
  const say = useSay();
  const me = useSession().data;
  if (!me) return null;
  return (
    <>
      <h1>{say(me.organisation.name, me.organisation.nameEn)}</h1>
      {me.actions.includes('enterprise.read') && (
        <Authorisations mayGrant={me.actions.includes('authorisation.grant')} />
      )}
      {me.actions.includes('api-key.manage') && <ApiKeys />}
    </>
  );
}

function ApiKeys() {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [name, setName] = useState('');
  const [made, setMade] = useState<ApiKeyView & { secret: string }>();
  const [problem, setProblem] = useState<unknown>();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: () => get<{ items: ApiKeyView[] }>('/api-keys') });
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['api-keys'] });
  };
  return (
    <section className="card" aria-label={say('API 密钥', 'API keys')}>
      <div className="bar">
        <h2>{say('API 密钥', 'API keys')}</h2>
        <Button size="small" type="primary" onClick={() => setMaking(true)}>
          {say('新建密钥', 'New key')}
        </Button>
        <a href="/api/v1/openapi.json">OpenAPI</a>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={keys} empty={(k) => k.items.length === 0}>
        {(k) => (
          <div className="scroll">
            <table className="plain">
              <thead>
                <tr>
                  <th>{say('名称', 'Name')}</th>
                  <th>{say('前缀', 'Prefix')}</th>
                  <th>{say('建立', 'Made')}</th>
                  <th>{say('最近使用', 'Last used')}</th>
                  <th>{say('到期', 'Expires')}</th>
                  <th>{say('操作', 'Acts')}</th>
                </tr>
              </thead>
              <tbody>
                {k.items.map((key) => (
                  <tr key={key.id}>
                    <td>{key.name}</td>
                    <td>
                      <code>{key.prefix}…</code>
                    </td>
                    <td>{time(key.createdAt)}</td>
                    <td>{time(key.lastUsedAt)}</td>
                    <td>{time(key.expiresAt)}</td>
                    <td>
                      <Button
                        size="small"
                        danger
                        onClick={() => void attempt(() => send('DELETE', `/api-keys/${key.id}`))}
                      >
                        {say('吊销', 'Revoke')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Shown>
      <Modal
        open={making}
        title={say('新建 API 密钥', 'New API key')}
        okText={say('建立', 'Make')}
        okButtonProps={{ disabled: name.trim() === '' }}
        onCancel={() => setMaking(false)}
        onOk={() =>
          void attempt(async () => {
            setMade(await send('POST', '/api-keys', { name }));
            setMaking(false);
            setName('');
          })
        }
      >
        <label htmlFor="key-name">{say('用途（如“ERP 正式”）', 'What for, e.g. "ERP production"')}</label>
        <Input id="key-name" maxLength={80} value={name} onChange={(e) => setName(e.target.value)} />
      </Modal>
      <SecretOnce title={made?.name} secret={made?.secret} close={() => setMade(undefined)} />
    </section>
  );
}
