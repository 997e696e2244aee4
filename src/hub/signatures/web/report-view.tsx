// What a check of a signature found: holds or not, by whom, when, up to whom, revoked or not (P4).
import { useSay, useTime } from '../../../web/language.tsx';
import type { SignatureReport } from '../contract.ts';

export function ReportView({ report }: { report: SignatureReport }) {
  const say = useSay();
  const time = useTime();
  const isStamp = report.format === 'rfc3161';
  const words: Readonly<Record<'good' | 'bad', readonly [zh: string, en: string]>> = isStamp
    ? { good: ['✓ 时间戳有效', '✓ The time stamp holds'], bad: ['✗ 时间戳无效', '✗ The time stamp does not hold'] }
    : { good: ['✓ 签名有效', '✓ The signature holds'], bad: ['✗ 签名无效', '✗ The signature does not hold'] };
  const revocation = {
    good: say('未吊销', 'not revoked'),
    revoked: say(`已于 ${time(report.revokedAt)} 吊销`, `revoked ${time(report.revokedAt)}`),
    unknown: say('未知', 'not known'),
  };
  return (
    <>
      <p className={report.holds ? 'holder good' : 'holder bad'} role={report.holds ? 'status' : 'alert'}>
        {report.holds ? say(...words.good) : say(...words.bad)}
        {report.faults.length > 0 && `：${report.faults.map((f) => say(f.text)).join('；')}`}
      </p>
      <dl className="facts">
        <dt>{isStamp ? say('时间戳机构', 'Authority') : say('签名者', 'Signer')}</dt>
        <dd>{report.signer ?? '–'}</dd>
        <dt>{isStamp ? say('时间（机构给出）', 'When (its own time)') : say('时间（收到时）', 'When (received)')}</dt>
        <dd>{time(report.at)}</dd>
        <dt>{say('算法', 'Algorithm')}</dt>
        <dd>{report.algorithm ?? '–'}</dd>
        <dt>{say('证书', 'Certificate')}</dt>
        <dd>
          {revocation[report.revocation]}
          {report.revocationAsOf && (
            <span className="soft">
              {' '}
              {say(`据 ${time(report.revocationAsOf)} 的吊销列表`, `by the list of ${time(report.revocationAsOf)}`)}
            </span>
          )}
        </dd>
      </dl>
      {report.chain.length > 0 && (
        <ol aria-label={say('证书链', 'Chain of certificates')}>
          {report.chain.map((link) => (
            <li key={link.serial}>
              <span className="breaks">{link.subject}</span>{' '}
              <span className="soft">
                {time(link.notBefore)} – {link.notAfter.slice(0, 10)}
              </span>
              <br />
              <code className="breaks">{link.serial}</code>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
