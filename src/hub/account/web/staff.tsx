// Staff of the organisation as its manager sees to them (P11): invite, roles, remove, help in whoever cannot get in.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { SecretOnce } from '../../../web/secret-once.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { InvitationView, StaffMember } from '../contract.ts';
import { useRoleName } from './role-names.ts';

type Handed = { readonly link?: string; readonly sentTo?: string };

export function Staff() {
  const say = useSay();
  const time = useTime();
  const roleName = useRoleName();
  const [handed, setHanded] = useState<Handed>();
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<StaffMember>();
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: () => get<{ items: StaffMember[]; roles: string[] }>('/staff'),
  });
  const invitations = useQuery({
    queryKey: ['invitations'],
    queryFn: () => get<{ items: InvitationView[] }>('/invitations'),
  });
  const { problem, act, askAgain } = useAct(['staff'], ['invitations'], ['api-keys']);
  const remove = (one: StaffMember) =>
    Modal.confirm({
      title: say(`移除 ${one.name}？`, `Remove ${one.name}?`),
      content: say('其在本单位的登录和所建密钥立即失效', 'Sessions and keys for this organisation end at once'),
      okText: say('移除', 'Remove'),
      cancelText: say('取消', 'Cancel'),
      onOk: () => act(() => send('DELETE', `/staff/${one.id}`)),
    });
  return (
    <section className="card" aria-label={say('人员', 'Staff')}>
      <div className="bar">
        <h2>{say('人员', 'Staff')}</h2>
        <Button size="small" type="primary" onClick={() => setInviting(true)}>
          {say('邀请人员', 'Invite')}
        </Button>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={staff}>
        {({ items }) => (
          <table className="plain stack">
            <thead>
              <tr>
                <th>{say('姓名', 'Name')}</th>
                <th>{say('账号', 'Account')}</th>
                <th>{say('角色', 'Roles')}</th>
                <th>{say('最近登录', 'Last seen')}</th>
                <th>{say('操作', 'Acts')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    {one.name}{' '}
                    {one.secondFactor && <span className="tag tag-green">{say('动态口令', 'Second factor')}</span>}
                    {one.delayedUntil && <span className="tag tag-red">{say('登录等待中', 'Sign-in delayed')}</span>}
                  </td>
                  <td>{one.account}</td>
                  <td>{one.roles.map(roleName).join('、')}</td>
                  <td>{time(one.lastSeenAt)}</td>
                  <td className="acts">
                    <Button size="small" onClick={() => setChanging(one)}>
                      {say('角色', 'Roles')}
                    </Button>
                    {one.delayedUntil && (
                      <Button size="small" onClick={() => void act(() => send('POST', `/staff/${one.id}/unlocking`))}>
                        {say('解除等待', 'Lift the delay')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      onClick={() =>
                        void act(async () => setHanded(await send<Handed>('POST', `/staff/${one.id}/sign-in-link`)))
                      }
                    >
                      {say('发设密码链接', 'Password link')}
                    </Button>
                    {one.secondFactor && (
                      <Button
                        size="small"
                        onClick={() => void act(() => send('DELETE', `/staff/${one.id}/second-factor`))}
                      >
                        {say('取消动态口令', 'Remove factor')}
                      </Button>
                    )}
                    <Button size="small" danger onClick={() => remove(one)}>
                      {say('移除', 'Remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
      {(invitations.data?.items.length ?? 0) > 0 && (
        <>
          <h3>{say('尚未接受的邀请', 'Invitations not accepted yet')}</h3>
          <ul>
            {invitations.data?.items.map((one) => (
              <li key={one.id}>
                {one.name} {one.email} · {one.roles.map(roleName).join('、')} · {say('有效至 ', 'until ')}
                {time(one.expiresAt)}{' '}
                <Button size="small" onClick={() => void act(() => send('DELETE', `/invitations/${one.id}`))}>
                  {say('撤回', 'Withdraw')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {inviting && (
        <InviteDialog
          roles={staff.data?.roles ?? []}
          close={() => setInviting(false)}
          done={(made) => {
            setInviting(false);
            setHanded(made);
            void askAgain();
          }}
        />
      )}
      {changing && (
        <RolesDialog
          of={changing}
          roles={staff.data?.roles ?? []}
          close={() => {
            setChanging(undefined);
            void askAgain();
          }}
        />
      )}
      <SecretOnce
        title={say('请转交此链接', 'Hand this link over')}
        secret={handed?.link}
        close={() => setHanded(undefined)}
      />
      {handed?.sentTo && <p role="status">{say(`链接已发往 ${handed.sentTo}`, `The link went to ${handed.sentTo}`)}</p>}
    </section>
  );
}

function InviteDialog({
  roles,
  close,
  done,
}: {
  roles: readonly string[];
  close: () => void;
  done: (made: Handed) => void;
}) {
  const say = useSay();
  const roleName = useRoleName();
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<unknown>();
  const needed = [{ required: true, message: say('必填', 'Needed') }];
  const invite = async (value: object) => {
    setProblem(undefined);
    try {
      done(await send<Handed>('POST', '/invitations', value));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal open title={say('邀请人员', 'Invite')} okText={say('邀请', 'Invite')} onOk={form.submit} onCancel={close}>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Form form={form} layout="vertical" onFinish={(value) => void invite(value)}>
        <Form.Item name="name" label={say('姓名', 'Name')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="email" label={say('邮箱', 'E-mail')} rules={needed}>
          <Input maxLength={254} type="email" />
        </Form.Item>
        <Form.Item name="roles" label={say('角色', 'Roles')} rules={needed}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={roles.map((value) => ({ value, label: roleName(value) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function RolesDialog({ of, roles, close }: { of: StaffMember; roles: readonly string[]; close: () => void }) {
  const say = useSay();
  const roleName = useRoleName();
  const [chosen, setChosen] = useState<string[]>([...of.roles]);
  const [problem, setProblem] = useState<unknown>();
  const save = async () => {
    setProblem(undefined);
    try {
      await send('PUT', `/staff/${of.id}/roles`, { roles: chosen });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say(`${of.name} 的角色`, `Roles of ${of.name}`)}
      okText={say('保存', 'Save')}
      onOk={() => void save()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say('角色', 'Roles')}
        style={{ width: '100%' }}
        value={chosen}
        onChange={setChosen}
        options={roles.map((value) => ({ value, label: roleName(value) }))}
      />
    </Modal>
  );
}
