// The dialog by which an owner authorises a broker: for what, how long, in which customs districts, how much (SC 22, 17; P11).
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { actNames, authorisationActs, type AuthorisationAct, type OrganisationView } from '../contract.ts';

type Offer = {
  brokerUscc: string;
  scope: AuthorisationAct[];
  period: readonly [{ format(pattern: string): string }, { format(pattern: string): string }];
  districts?: string[];
  declarations?: number;
  most?: string;
  currency: string;
};

export function OfferAuthorisation({ close }: { close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [form] = Form.useForm<Offer>();
  const [problem, setProblem] = useState<unknown>();
  const brokers = useQuery({
    queryKey: ['organisations'],
    queryFn: () => get<{ items: OrganisationView[] }>('/organisations'),
  });
  const offices = useQuery({
    queryKey: ['customs-district'],
    queryFn: () =>
      get<{ items: { code: string; name: { zh: string; en: string } }[] }>(
        '/reference/code-lists/customs-district/entries?limit=100',
      ),
  });
  const offer = async ({ period, districts, declarations, most, currency, ...plain }: Offer) => {
    try {
      const [validFrom, validTo] = period.map((d) => d.format('YYYY-MM-DD'));
      await send('POST', '/authorisations', {
        ...plain,
        validFrom,
        validTo,
        ...(districts?.length ? { districts } : {}),
        ...(declarations ? { declarations } : {}),
        ...(most ? { value: { currency, most } } : {}),
      });
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
      <Form
        form={form}
        layout="vertical"
        initialValues={{ scope: ['declare'], currency: 'CNY' }}
        onFinish={(value) => void offer(value)}
      >
        <Form.Item name="brokerUscc" label={say('报关企业', 'Broker')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(brokers.data?.items ?? [])
              .filter((o) => o.kind === 'broker' && o.uscc)
              .map((o) => ({ value: o.uscc, label: `${say(o.name, o.nameEn)} ${o.uscc}` }))}
          />
        </Form.Item>
        <Form.Item name="scope" label={say('委托事项', 'For what')} rules={needed}>
          <Select
            mode="multiple"
            options={authorisationActs.map((value) => ({ value, label: say(actNames[value]) }))}
          />
        </Form.Item>
        <Form.Item name="period" label={say('有效期（最长一年）', 'Valid (a year at the most)')} rules={needed}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="districts"
          label={say(
            '关区（不选为不限；xx00 为整个关区）',
            'Customs districts (none: everywhere; xx00 is a whole district)',
          )}
        >
          <Select
            mode="tags"
            options={(offices.data?.items ?? []).map((o) => ({ value: o.code, label: `${o.code} ${say(o.name)}` }))}
          />
        </Form.Item>
        <Form.Item
          name="declarations"
          label={say('最多申报票数（不填为不限）', 'Declarations at the most (empty: any number)')}
        >
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="most"
          label={say('货值上限（不填为不限）', 'Value of goods at the most (empty: any)')}
          rules={[
            {
              pattern: /^\d{1,15}(\.\d{1,4})?$/,
              message: say('请填数字，最多 4 位小数', 'A number with at most four decimals'),
            },
          ]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="currency" label={say('货值币制', 'Currency of the value')}>
          <Select options={['CNY', 'USD', 'EUR', 'JPY', 'HKD'].map((value) => ({ value, label: value }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
