// The organisation's own page (P11, P12): authorisations given and received, and the keys of its programs.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { SecretOnce } from '../../../web/secret-once.tsx';
import { useSession } from '../../../web/session.ts';
import type { ApiKeyView, AuthorisationView, OrganisationView } from '../contract.ts';

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

function Authorisations({ mayGrant }: { mayGrant: boolean }) {
  const say = useSay();
  const client = useQueryClient();
  const me = useSession().data;
  const [offering, setOffering] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const list = useQuery({
    queryKey: ['authorisations'],
    queryFn: () => get<{ items: AuthorisationView[] }>('/authorisations'),
  });
  const act = async (id: string, step: 'acceptance' | 'revocation') => {
    setProblem(undefined);
    try {
      await send('POST', `/authorisations/${id}/${step}`);
    } catch (error) {
      setProblem(error);
    }
    await client.invalidateQueries({ queryKey: ['authorisations'] });
  };
  const scopes = {
    declare: say('申报', 'Declare'),
    'declare-and-inspect': say('申报与陪同查验', 'Declare and attend inspections'),
  };
  return (
    <section className="card" aria-label={say('报关委托', 'Authorisations')}>
      <div className="bar">
        <h2>{say('报关委托', 'Authorisations')}</h2>
        {mayGrant && me?.organisation.kind === 'trader' && (
          <Button size="small" type="primary" onClick={() => setOffering(true)}>
            {say('委托报关企业', 'Authorise a broker')}
          </Button>
        )}
        <span className="soft">
          {say(
            '撤销立即生效：对方随即看不到、也不能再申报',
            'Revoking works at once: the broker then neither sees nor files',
          )}
        </span>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => (
          <div className="scroll">
            <table className="plain">
              <thead>
                <tr>
                  <th>{say('货主', 'Owner')}</th>
                  <th>{say('报关企业', 'Broker')}</th>
                  <th>{say('范围', 'Scope')}</th>
                  <th>{say('有效期', 'Valid')}</th>
                  <th>{say('状态', 'State')}</th>
                  <th>{say('操作', 'Acts')}</th>
                </tr>
              </thead>
              <tbody>
                {l.items.map((a) => (
                  <tr key={a.id}>
                    <td>{say(a.owner.name, a.owner.nameEn)}</td>
                    <td>{say(a.broker.name, a.broker.nameEn)}</td>
                    <td>{scopes[a.scope]}</td>
                    <td>
                      {a.validFrom} – {a.validTo}
                    </td>
                    <td>
                      <StateTag state={a.state} />
                    </td>
                    <td>
                      {a.state === 'offered' && a.broker.id === me?.organisation.id && (
                        <Button size="small" onClick={() => void act(a.id, 'acceptance')}>
                          {say('接受', 'Accept')}
                        </Button>
                      )}
                      {mayGrant && (a.state === 'offered' || a.state === 'accepted') && (
                        <Button size="small" danger onClick={() => void act(a.id, 'revocation')}>
                          {say('撤销', 'Revoke')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Shown>
      {offering && <OfferDialog scopes={scopes} close={() => setOffering(false)} />}
    </section>
  );
}

type Offer = {
  brokerUscc: string;
  scope: AuthorisationView['scope'];
  period: readonly [{ format(pattern: string): string }, { format(pattern: string): string }];
};
function OfferDialog({ scopes, close }: { scopes: Record<AuthorisationView['scope'], string>; close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [form] = Form.useForm<Offer>();
  const [problem, setProblem] = useState<unknown>();
  const brokers = useQuery({
    queryKey: ['organisations'],
    queryFn: () => get<{ items: OrganisationView[] }>('/organisations'),
  });
  const offer = async ({ brokerUscc, scope, period }: Offer) => {
    try {
      const [validFrom, validTo] = period.map((d) => d.format('YYYY-MM-DD'));
      await send('POST', '/authorisations', { brokerUscc, scope, validFrom, validTo });
      await client.invalidateQueries({ queryKey: ['authorisations'] });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  const needed = [{ required: true, message: say('必填', 'Needed') }];
  return (
    <Modal
      open
      title={say('委托报关企业', 'Authorise a broker')}
      okText={say('发出委托', 'Offer')}
      onOk={form.submit}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <Form form={form} layout="vertical" initialValues={{ scope: 'declare' }} onFinish={(value) => void offer(value)}>
        <Form.Item name="brokerUscc" label={say('报关企业', 'Broker')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(brokers.data?.items ?? [])
              .filter((o) => o.kind === 'broker' && o.uscc)
              .map((o) => ({ value: o.uscc, label: `${say(o.name, o.nameEn)} ${o.uscc}` }))}
          />
        </Form.Item>
        <Form.Item name="scope" label={say('范围', 'Scope')} rules={needed}>
          <Select options={Object.entries(scopes).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="period" label={say('有效期（最长一年）', 'Valid (a year at the most)')} rules={needed}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
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
