// What an organisation says of itself when it registers.
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { asGiven, QualificationFields } from '../../enterprise/web/qualification-fields.tsx';
import { type Application, registrableKinds } from '../contract.ts';
import { useKindName } from './kind-name.ts';

/** The record without which such an organisation could do nothing here. */
const firstOf = (kind: Application['kind']) =>
  kind === 'trader' ? [{ kind: 'customs-trader' }] : kind === 'broker' ? [{ kind: 'customs-broker' }] : [];

export function ApplicationForm({ applied }: { applied: (token: string) => void }) {
  const say = useSay();
  const kindName = useKindName();
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const needed = [{ required: true, message: say('必填', 'Needed') }];
  const apply = async ({ qualifications = [], ...given }: Application) => {
    setProblem(undefined);
    setBusy(true);
    try {
      const { token } = await send<{ token: string }>('POST', '/organisation-applications', {
        ...given,
        qualifications: qualifications.map(asGiven),
      });
      applied(token);
    } catch (error) {
      setProblem(error);
      window.scrollTo({ top: 0 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card">
      <h1>{say('单位注册', 'Register an organisation')}</h1>
      <p className="soft">
        {say(
          '提交后由口岸办核对；批准后首位管理员即可建立账号，再邀请其他人员。',
          'The port office checks what you send; once admitted, the first manager sets up an account and invites the others.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'trader', qualifications: firstOf('trader') }}
        onValuesChange={(changed: Partial<Application>) => {
          if (changed.kind) form.setFieldsValue({ qualifications: firstOf(changed.kind) });
        }}
        onFinish={(value: Application) => void apply(value)}
      >
        <h2>{say('单位', 'The organisation')}</h2>
        <div className="fields">
          <Form.Item name="kind" label={say('类型', 'Kind')} rules={needed}>
            <Select options={registrableKinds.map((value) => ({ value, label: kindName(value) }))} />
          </Form.Item>
          <Form.Item
            name="uscc"
            label={say('统一社会信用代码', 'Unified social credit code')}
            rules={[{ required: true, len: 18, message: say('18 位', '18 characters') }]}
          >
            <Input maxLength={18} autoComplete="off" />
          </Form.Item>
          <Form.Item name="name" label={say('中文名称', 'Name in Chinese')} rules={needed}>
            <Input maxLength={100} autoComplete="organization" />
          </Form.Item>
          <Form.Item name="nameEn" label={say('英文名称', 'Name in English')} rules={needed}>
            <Input maxLength={150} />
          </Form.Item>
          <Form.Item
            name="district"
            label={say('主管海关（4 位关区代码）', 'Customs office in charge (four digits)')}
            rules={[
              { required: true, pattern: /^\d{4}$/, message: say('4 位数字，如 8000', 'Four digits, e.g. 8000') },
            ]}
          >
            <Input maxLength={4} inputMode="numeric" />
          </Form.Item>
        </div>
        <h2>{say('联系人', 'Contact')}</h2>
        <div className="fields">
          <Form.Item name={['contact', 'name']} label={say('联系人姓名', 'Name of the contact')} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name={['contact', 'phone']} label={say('电话', 'Telephone')} rules={needed}>
            <Input maxLength={30} type="tel" />
          </Form.Item>
          <Form.Item name={['contact', 'email']} label={say('联系邮箱', 'E-mail of the contact')} rules={needed}>
            <Input maxLength={254} type="email" />
          </Form.Item>
        </div>
        <h2>{say('首位管理员', 'First manager')}</h2>
        <div className="fields">
          <Form.Item name={['administrator', 'name']} label={say('管理员姓名', 'Name of the manager')} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item
            name={['administrator', 'email']}
            label={say('管理员邮箱', 'E-mail of the manager')}
            rules={needed}
          >
            <Input maxLength={254} type="email" />
          </Form.Item>
        </div>
        <h2>{say('资质', 'Qualifications')}</h2>
        <Form.List name="qualifications">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <fieldset key={key} className="group">
                  <legend>{say(`第 ${name + 1} 项`, `No. ${name + 1}`)}</legend>
                  <QualificationFields at={[name]} />
                  <Button size="small" onClick={() => remove(name)}>
                    {say('去掉此项', 'Leave it out')}
                  </Button>
                </fieldset>
              ))}
              <Button onClick={() => add({})} disabled={rows.length >= 20}>
                {say('添加一项资质', 'Add a qualification')}
              </Button>
            </>
          )}
        </Form.List>
        <p>
          <Button type="primary" htmlType="submit" loading={busy}>
            {say('提交申请', 'Apply')}
          </Button>{' '}
          <a href="/">{say('返回登录', 'Back to signing in')}</a>
        </p>
      </Form>
    </section>
  );
}
