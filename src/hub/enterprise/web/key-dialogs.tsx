// The two dialogs about a key: a new one, narrowed if one likes, with a secret or a public key; and its renewal.
import { DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { ApiKeyView } from '../contract.ts';

type Made = ApiKeyView & { readonly secret?: string };
type Done = (key: Made) => void | Promise<void>;
type Day = { toISOString(): string };
const given = (value: object) =>
  Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0)),
  );
/** What a program that files is narrowed to most often; any other act can be typed. */
const usual = [
  'shipment.read',
  'shipment.write',
  'shipment.submit',
  'document.read',
  'inspection.read',
  'release.read',
  'notice.read',
  'reference.read',
  'message.post',
];

export function NewKeyDialog({ close, done }: { close: () => void; done: Done }) {
  const say = useSay();
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<unknown>();
  const make = async ({ expiresAt, ...rest }: { expiresAt?: Day }) => {
    setProblem(undefined);
    try {
      await done(await send<Made>('POST', '/api-keys', given({ ...rest, expiresAt: expiresAt?.toISOString() })));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say('新建 API 密钥', 'New API key')}
      okText={say('建立', 'Make')}
      onOk={form.submit}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <Form form={form} layout="vertical" onFinish={(value) => void make(value)}>
        <Form.Item
          name="name"
          label={say('用途（如“ERP 正式”）', 'What for, e.g. "ERP production"')}
          rules={[{ required: true, message: say('必填', 'Needed') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="actions"
          label={say('只许这些操作（不选则为角色允许的全部）', 'These acts only (none: all its roles allow)')}
        >
          <Select mode="tags" options={usual.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="channels" label={say('只许这些通道', 'These channels only')}>
          <Select
            mode="tags"
            options={['customs', 'maritime', 'commerce', 'border-inspection', 'carrier'].map((value) => ({
              value,
              label: value,
            }))}
          />
        </Form.Item>
        <Form.Item name="expiresAt" label={say('到期', 'Expires')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="publicKey"
          label={say(
            '公钥（PEM）：程序对请求签名，不发密钥',
            'Public key (PEM): the program signs its requests and gets no secret',
          )}
        >
          <Input.TextArea rows={3} maxLength={1000} placeholder="-----BEGIN PUBLIC KEY-----" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function RenewKeyDialog({ of, close, done }: { of: ApiKeyView; close: () => void; done: Done }) {
  const say = useSay();
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<unknown>();
  const renew = async ({ expiresAt, ...rest }: { expiresAt?: Day }) => {
    setProblem(undefined);
    try {
      await done(
        await send<Made>(
          'POST',
          `/api-keys/${of.id}/rotation`,
          given({ ...rest, expiresAt: expiresAt?.toISOString() }),
        ),
      );
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={say(`更换密钥 ${of.name}`, `Renew ${of.name}`)}
      okText={say('更换', 'Renew')}
      onOk={form.submit}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <Form form={form} layout="vertical" initialValues={{ overlapHours: 24 }} onFinish={(value) => void renew(value)}>
        <Form.Item
          name="overlapHours"
          label={say('新旧并用（小时，0 为立即失效）', 'Both work for (hours; 0 ends the old one now)')}
        >
          <InputNumber min={0} max={720} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="expiresAt" label={say('新的到期日（不填则不变）', 'New expiry (empty: as before)')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        {of.signs && (
          <Form.Item
            name="publicKey"
            label={say('新公钥（PEM）', 'New public key (PEM)')}
            rules={[{ required: true, message: say('必填', 'Needed') }]}
          >
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
