// Certifications of a partner: start one against its test system, and those there were.
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { send } from '../../../web/api.ts';
import { PagedTable, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useTextFields } from '../../../web/text-fields.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { CertificationDetail, CertificationView } from '../contract.ts';
import { REFRESH_MS } from './words.ts';

export function CertificationList({
  id,
  act,
}: {
  id: string;
  act: (doing: () => Promise<unknown>) => Promise<boolean>;
}) {
  const say = useSay();
  const time = useTime();
  const navigate = useNavigate();
  const list = usePages<CertificationView>(
    ['partners', 'certifications', id],
    `/certifications?channel=${id}&limit=10`,
    {
      refetchInterval: REFRESH_MS,
    },
  );
  const { words, field } = useTextFields('certification', () => ({ endpoint: '', key: '', hostKey: '', contact: '' }));
  const isSftp = words('endpoint').startsWith('sftp:');
  const start = () =>
    act(async () => {
      const body = {
        channel: id,
        endpoint: words('endpoint'),
        contact: words('contact'),
        ...(words('key') ? { key: words('key') } : {}),
        ...(isSftp && words('hostKey') ? { hostKey: words('hostKey') } : {}),
      };
      const begun = await send<CertificationDetail>('POST', '/certifications', body);
      await navigate({ to: '/certifications/$id', params: { id: begun.id } });
    });
  return (
    <section className="card" aria-label={say('伙伴认证', 'Certification')}>
      <h2>{say('伙伴认证', 'Certification')}</h2>
      <p className="soft">
        {say(
          '按通道说明与模拟器脚本，逐项驱动伙伴的测试系统；全程使用虚构单证，与真实业务分开，结束时出具签名报告。',
          'Drives the partner’s test system through scenarios made of the channel’s profile and simulator scripts, with invented documents apart from real cases, and ends in a signed report.',
        )}
      </p>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {field('endpoint', '测试系统地址', 'Address of the test system', { maxLength: 2048 })}
        {field('key', '测试系统密钥（如有）', 'Its key, where it asks for one', { type: 'password', maxLength: 500 })}
        {isSftp &&
          field('hostKey', 'SFTP 主机密钥指纹（SHA256:…）', 'Host key of the SFTP server (SHA256:…)', {
            maxLength: 50,
          })}
        {field('contact', '伙伴联系人', 'Partner’s contact', { maxLength: 200 })}
        <span>
          <Button type="primary" htmlType="submit" disabled={words('endpoint') === '' || words('contact') === ''}>
            {say('开始认证', 'Start')}
          </Button>
        </span>
      </form>
      <PagedTable
        list={list}
        head={[say('时间', 'When'), say('测试系统', 'Test system'), say('结果', 'Outcome'), say('经办', 'By')]}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <Link to="/certifications/$id" params={{ id: one.id }}>
                {time(one.startedAt)}
              </Link>
            </td>
            <td>
              <span className="breaks">{one.endpoint}</span>
              <div className="soft">{one.contact}</div>
            </td>
            <td>
              <StateTag state={`certification-${one.state}`} />{' '}
              {say(
                `通过 ${one.passed}，未通过 ${one.failed}，共 ${one.scenarios} 项`,
                `${one.passed} passed, ${one.failed} failed of ${one.scenarios}`,
              )}
            </td>
            <td>{one.startedBy}</td>
          </tr>
        )}
      />
    </section>
  );
}
