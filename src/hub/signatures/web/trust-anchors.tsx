// Whom the port office trusts on which channel: one proposes, another compares the fingerprint and confirms (P4, R25).
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { get, putFile, send } from '../../../web/api.ts';
import { ProblemNote, Shown, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { TrustAnchorView } from '../contract.ts';

export function TrustAnchors() {
  const say = useSay();
  const list = useQuery({
    queryKey: ['trust-anchors'],
    queryFn: () => get<{ items: TrustAnchorView[] }>('/trust-anchors?limit=100'),
  });
  const { problem, act } = useAct(['trust-anchors']);
  return (
    <section className="card" aria-label={say('信任的认证机构', 'Trusted authorities')}>
      <h2>{say('信任的认证机构', 'Trusted authorities')}</h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Propose propose={(body) => act(() => send('POST', '/trust-anchors', body))} />
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => (
          <div className="scroll">
            <table className="plain stack">
              <thead>
                <tr>
                  <th>{say('通道', 'Channel')}</th>
                  <th>{say('机构与指纹', 'Authority and fingerprint')}</th>
                  <th>{say('期间', 'Period')}</th>
                  <th>{say('状态', 'State')}</th>
                  <th>{say('操作', 'Acts')}</th>
                </tr>
              </thead>
              <tbody>
                {l.items.map((a) => (
                  <tr key={a.id}>
                    <td>{a.channel}</td>
                    <td>
                      {a.subject}
                      <div>
                        <code className="breaks">{a.fingerprint}</code>
                      </div>
                      <Sources anchor={a} />
                    </td>
                    <td>
                      {a.validFrom} – {a.validTo}
                    </td>
                    <td>
                      <StateTag state={a.state === 'proposed' ? 'pending' : a.state} />
                      <div className="soft">{a.decidedBy ?? a.proposedBy}</div>
                    </td>
                    <td>
                      {a.state === 'proposed' && !a.mine && (
                        <Button
                          size="small"
                          onClick={() => void act(() => send('POST', `/trust-anchors/${a.id}/confirmation`))}
                        >
                          {say('指纹相符，确认', 'Fingerprint agrees: confirm')}
                        </Button>
                      )}
                      {a.state === 'active' && <ListUpload anchor={a} done={act} />}
                      {a.state !== 'withdrawn' && (
                        <Button
                          size="small"
                          danger
                          onClick={() => void act(() => send('POST', `/trust-anchors/${a.id}/withdrawal`))}
                        >
                          {say('撤回', 'Withdraw')}
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
    </section>
  );
}

/** What is known of revocation: the list that was put in, and those that are fetched by themselves. */
function Sources({ anchor }: { anchor: TrustAnchorView }) {
  const say = useSay();
  const time = useTime();
  return (
    <div className="soft">
      {anchor.revocationsAt
        ? say(`吊销列表（存入）：${time(anchor.revocationsAt)}`, `List put in: ${time(anchor.revocationsAt)}`)
        : say('没有存入吊销列表', 'No list put in')}
      {anchor.sources.map((source) => (
        <div key={source.url}>
          {say('自动取得', 'Fetched')} <span className="breaks">{source.url}</span>{' '}
          {source.listAt ? time(source.listAt) : say('尚未取得', 'not yet')}
          {source.failures > 0 &&
            say(
              `；连续 ${source.failures} 次未成（${source.detail}）`,
              `; failed ${source.failures} times (${source.detail})`,
            )}
        </div>
      ))}
      {anchor.responders.map((one) => (
        <div key={one.url}>
          {say('在线查询（OCSP）', 'Asked (OCSP)')} <span className="breaks">{one.url}</span>{' '}
          {say(
            `${one.certificates} 张证书，${one.revoked} 张已吊销`,
            `${one.certificates} certificates, ${one.revoked} revoked`,
          )}
          {one.answeredAt && ` · ${time(one.answeredAt)}`}
          {one.failing > 0 &&
            say(`；${one.failing} 张未答（${one.detail}）`, `; ${one.failing} not answered (${one.detail})`)}
        </div>
      ))}
    </div>
  );
}

function ListUpload({
  anchor,
  done,
}: {
  anchor: TrustAnchorView;
  done: (keep: () => Promise<unknown>) => Promise<unknown>;
}) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const keep = async (file: File | undefined) => {
    if (file) await done(() => putFile(`/trust-anchors/${anchor.id}/revocation-list`, file));
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".crl,application/pkix-crl"
        aria-label={say(`吊销列表 ${anchor.subject}`, `Revocation list ${anchor.subject}`)}
        hidden
        onChange={(event) => void keep(event.target.files?.[0])}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        {say('存入吊销列表（CRL）', 'Put a revocation list in (CRL)')}
      </Button>
    </>
  );
}

function Propose({ propose }: { propose: (body: object) => Promise<unknown> }) {
  const say = useSay();
  const [channel, setChannel] = useState('customs');
  const [certificate, setCertificate] = useState('');
  const [validFrom, setFrom] = useState('');
  const [validTo, setTo] = useState('');
  return (
    <details>
      <summary>{say('提出信任一个认证机构', 'Propose an authority')}</summary>
      <label htmlFor="anchor-channel">{say('通道', 'Channel')}</label>
      <Input id="anchor-channel" value={channel} onChange={(e) => setChannel(e.target.value)} />
      <label htmlFor="anchor-certificate">{say('签发证书（PEM）', 'Its certificate (PEM)')}</label>
      <Input.TextArea
        id="anchor-certificate"
        rows={4}
        value={certificate}
        onChange={(e) => setCertificate(e.target.value)}
      />
      <label htmlFor="anchor-from">{say('自', 'From')}</label>
      <Input id="anchor-from" type="date" value={validFrom} onChange={(e) => setFrom(e.target.value)} />
      <label htmlFor="anchor-to">{say('至', 'To')}</label>
      <Input id="anchor-to" type="date" value={validTo} onChange={(e) => setTo(e.target.value)} />
      <Button
        disabled={certificate === '' || validFrom === '' || validTo === ''}
        onClick={() => void propose({ channel, certificate, validFrom, validTo })}
      >
        {say('提出，待第二人确认', 'Propose, to be confirmed by a second person')}
      </Button>
    </details>
  );
}
