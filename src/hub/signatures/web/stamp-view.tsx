// The time stamp of a signature (P4, RFC 3161): when an authority outside has seen it, up to whom it leads, and both files for whoever wants
// to check them elsewhere.
import { useSay, useTime } from '../../../web/language.tsx';
import type { SignatureView, TimeStampView } from '../contract.ts';
import { ReportView } from './report-view.tsx';

const detail: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  STAMP_UNREADABLE: ['回答无法识别', 'its answer cannot be read'],
  STAMP_OF_OTHER_CONTENT: ['回答针对别的内容', 'it answered about other content'],
  STAMP_NOT_ASKED_FOR: ['回答针对别的请求', 'it answered another request'],
  ISSUER_NOT_TRUSTED: ['尚未信任该机构', 'it is not trusted here'],
  TIMEOUT: ['没有及时回答', 'it did not answer in time'],
};

export function StampView({ of }: { of: SignatureView }) {
  const say = useSay();
  const stamp = of.timeStamp;
  return (
    <section aria-label={say('时间戳', 'Time stamp')}>
      <h3>{say('时间戳', 'Time stamp')}</h3>
      {stamp ? (
        <Stamp stamp={stamp} />
      ) : (
        <p>{say('没有：签名时未接入时间戳机构', 'None: no authority was configured')}</p>
      )}
      {of.signature && stamp?.token && (
        <p className="bar">
          <a download="signature.jws" href={`data:application/jose;base64,${btoa(of.signature)}`}>
            {say('下载签名', 'Download the signature')}
          </a>{' '}
          <a download="signature.tst" href={`data:application/timestamp-reply;base64,${stamp.token}`}>
            {say('下载时间戳（RFC 3161）', 'Download the time stamp (RFC 3161)')}
          </a>
        </p>
      )}
    </section>
  );
}

function Stamp({ stamp }: { stamp: TimeStampView }) {
  const say = useSay();
  const time = useTime();
  const why = stamp.detail && (detail[stamp.detail] ?? [stamp.detail, stamp.detail]);
  const because = why ? say(`；上次未成：${why[0]}`, `; last time: ${why[1]}`) : '';
  if (stamp.state === 'given-up') return <p role="alert">{say(`机构一直未给出${because}`, `Never given${because}`)}</p>;
  if (!stamp.report)
    return (
      <p role="status">
        {say(`已请求 ${stamp.attempts} 次，等待机构回答${because}`, `Asked ${stamp.attempts} times, waiting${because}`)}
      </p>
    );
  return (
    <>
      <ReportView report={stamp.report} />
      <dl className="facts">
        <dt>{say('时间戳时间', 'Time of the stamp')}</dt>
        <dd>
          {time(stamp.at)}
          {stamp.accuracyMs === undefined ? '' : ` ± ${stamp.accuracyMs / 1000} s`}
        </dd>
        <dt>{say('序号', 'Serial')}</dt>
        <dd>
          <code className="breaks">{stamp.serial}</code>
        </dd>
        <dt>{say('策略', 'Policy')}</dt>
        <dd>{stamp.policy}</dd>
      </dl>
    </>
  );
}
