// The gate desk (P7): check a token by paste or scanner, let the goods out, see what was revoked.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { PagedTable, ProblemNote, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { usePages } from '../../../web/use-pages.ts';
import type { PossibleReport, ReleaseView, VerifyResult } from '../contract.ts';
import { MovementButtons } from './movement-buttons.tsx';
import { KeptReports } from './kept-reports.tsx';
import { OfflinePage } from './offline-page.tsx';

export default function GateDesk() {
  const say = useSay();
  const time = useTime();
  const client = useQueryClient();
  useLive();
  const [token, setToken] = useState('');
  const [result, setResult] = useState<VerifyResult>();
  const [problem, setProblem] = useState<unknown>();
  const [left, setLeft] = useState<ReleaseView>();
  const [state, setState] = useState<string>('granted');
  const list = usePages<ReleaseView>(
    ['live', 'gate', state],
    `/releases?limit=50${state === 'all' ? '' : `&state=${state}`}`,
  );
  const [busy, setBusy] = useState(false);
  const attempt = (act: () => Promise<void>) => {
    setProblem(undefined);
    setBusy(true);
    act()
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  const check = async () => setResult(await send<VerifyResult>('POST', '/releases/verification', { token }));
  const verify = () =>
    attempt(async () => {
      setLeft(undefined);
      await check();
    });
  const report = (release: ReleaseView, said: PossibleReport) =>
    attempt(async () => {
      setLeft(undefined);
      try {
        await send('POST', '/release-reports', { token, ...said, reportNumber: `desk-${crypto.randomUUID()}` });
        if (said.movement === 'gate-out' && !said.reverse) {
          setLeft(release);
          setResult(undefined);
          setToken('');
        } else await check();
      } catch (error) {
        // Somebody else was faster, or it was revoked meanwhile: what holds now stands beside the reason.
        await check();
        throw error;
      } finally {
        await client.invalidateQueries({ queryKey: ['live'] });
      }
    });
  return (
    <>
      <h1>{say('闸口', 'Gate desk')}</h1>
      <section className="card">
        <label htmlFor="token">{say('扫描或粘贴放行凭证', 'Scan or paste the release token')}</label>
        <Input.TextArea id="token" rows={3} value={token} onChange={(e) => setToken(e.target.value)} />
        <div className="bar" style={{ marginTop: 8 }}>
          <Button type="primary" disabled={token.length < 10 || busy} onClick={verify}>
            {say('核验', 'Verify')}
          </Button>
          <OfflinePage />
        </div>
        {problem !== undefined && <ProblemNote error={problem} />}
        {left && (
          <Alert
            type="success"
            showIcon
            title={say('已登记出场', 'Let out, on record')}
            description={`${left.number} ${say(left.objectLabel)} · ${left.pickupParty}`}
          />
        )}
        {result && (
          <Alert
            type={result.valid ? 'success' : 'error'}
            showIcon
            title={say(result.reason)}
            description={
              result.release &&
              `${result.release.number} ${say(result.release.objectLabel)} · ${result.release.pickupParty}`
            }
          />
        )}
        {result?.release && result.position && result.may && (
          <MovementButtons
            position={result.position}
            may={result.may}
            busy={busy}
            report={(said) => result.release && report(result.release, said)}
          />
        )}
      </section>
      <section className="card scroll">
        <div className="bar">
          <h2>{say('本场站的放行', 'Releases at this station')}</h2>
          <Segmented
            size="small"
            value={state}
            onChange={setState}
            options={[
              { value: 'granted', label: say('待提货', 'To hand over') },
              { value: 'revoked', label: say('已撤销', 'Revoked') },
              { value: 'used', label: say('已出场', 'Left') },
              { value: 'all', label: say('全部', 'All') },
            ]}
          />
        </div>
        <PagedTable
          list={list}
          head={[
            say('放行', 'Release'),
            say('货物', 'Goods'),
            say('状态', 'State'),
            say('提货单位', 'Pick-up party'),
            say('有效至', 'Valid until'),
          ]}
          row={(r) => (
            <tr key={r.id}>
              <td>
                {r.number}
                <div>
                  <Link to="/shipments/$id" params={{ id: r.shipmentId }}>
                    {r.shipmentNumber}
                  </Link>
                </div>
              </td>
              <td>{say(r.objectLabel)}</td>
              <td>
                <StateTag state={r.state} />
                <SimulatedTag shown={r.simulated} />
                {r.revokedBecause && <div>{say(r.revokedBecause)}</div>}
              </td>
              <td>{r.pickupParty}</td>
              <td>{time(r.validUntil)}</td>
            </tr>
          )}
        />
      </section>
      <KeptReports />
    </>
  );
}
