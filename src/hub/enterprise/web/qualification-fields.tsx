// The boxes of one qualification, alone in a dialog or as a row of the registration form (P11).
import { Form, Input, Select } from 'antd';
import { useSay } from '../../../web/language.tsx';
import { qualificationKinds, qualificationNames } from '../contract.ts';

/** `at` leads to the record within the form; nothing where the form is the record. */
export function QualificationFields({ at = [] }: { at?: readonly (string | number)[] }) {
  const say = useSay();
  const needed = [{ required: true, message: say('必填', 'Needed') }];
  const name = (field: string) => [...at, field];
  return (
    <div className="fields">
      <Form.Item name={name('kind')} label={say('资质', 'Qualification')} rules={needed}>
        <Select options={qualificationKinds.map((value) => ({ value, label: say(qualificationNames[value]) }))} />
      </Form.Item>
      <Form.Item
        name={name('number')}
        label={say(
          '编号（海关编码 10 位；营业执照为信用代码）',
          'Number (customs code: ten characters; licence: credit code)',
        )}
        rules={needed}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={name('issuer')} label={say('登记机关', 'Kept by')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={name('validFrom')} label={say('自', 'From')} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name={name('validTo')} label={say('至（长期有效不填）', 'To (empty: for good)')}>
        <Input type="date" />
      </Form.Item>
    </div>
  );
}

type Typed = { readonly validTo?: string };
/** An empty last day is none. */
export function asGiven<T extends Typed>({ validTo, ...rest }: T) {
  return { ...rest, ...(validTo ? { validTo } : {}) };
}
