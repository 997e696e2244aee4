// Certificates of keys or seals in a table, with what can be done with each (P4).
import { Button } from 'antd';
import { StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { CertificateView } from '../contract.ts';

export function Certificates({
  items,
  here,
  revoke,
}: {
  items: readonly CertificateView[];
  here?: string | undefined;
  revoke: (serial: string) => void;
}) {
  const say = useSay();
  const time = useTime();
  if (items.length === 0) return null;
  return (
    <div className="scroll">
      <table className="plain stack">
        <thead>
          <tr>
            <th>{say('设备或印章', 'Device or seal')}</th>
            <th>{say('算法', 'Algorithm')}</th>
            <th>{say('有效期至', 'Valid until')}</th>
            <th>{say('状态', 'State')}</th>
            <th>{say('操作', 'Acts')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((c) => (
            <tr key={c.serial}>
              <td>
                {c.device ?? c.name} {c.serial === here && <strong>{say('（本设备）', '(this device)')}</strong>}
                <div className="soft">
                  <code className="breaks">{c.serial}</code>
                </div>
              </td>
              <td>{c.algorithm}</td>
              <td>{c.notAfter.slice(0, 10)}</td>
              <td>
                <StateTag
                  state={c.state === 'valid' ? 'active' : c.state === 'revoked' ? 'certificate-revoked' : c.state}
                />
                {c.revokedAt && <div className="soft">{time(c.revokedAt)}</div>}
              </td>
              <td>
                {c.state === 'valid' && (
                  <Button
                    size="small"
                    danger
                    aria-label={`${say('吊销', 'Revoke')} ${c.device ?? c.name}`}
                    onClick={() => revoke(c.serial)}
                  >
                    {say('吊销', 'Revoke')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
