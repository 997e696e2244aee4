// Releases of a shipment (P7) with the slip to print: QR of the signed token.
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import type { ReleaseView } from '../contract.ts';

export function ReleaseCards({ shipmentId }: { shipmentId: string }) {
  const say = useSay();
  const time = useTime();
  const session = useSession();
  const [slip, setSlip] = useState<string>();
  const list = useQuery({
    queryKey: ['live', 'releases', 'of', shipmentId],
    queryFn: () => get<{ items: ReleaseView[] }>(`/shipments/${shipmentId}/releases`),
    enabled: session.data?.actions.includes('release.read') ?? false,
  });
  if ((list.data?.items.length ?? 0) === 0) return null;
  return (
    <section className="card" aria-label={say('放行', 'Releases')}>
      <h2>{say('一次放行', 'One release')}</h2>
      <Shown query={list}>
        {(l) =>
          l.items.map((r) => (
            <div key={r.id} className={r.state === 'revoked' ? 'holder bad' : ''} style={{ marginBottom: 8 }}>
              <strong>{r.number}</strong> <StateTag state={r.state} />
              <SimulatedTag shown={r.simulated} /> {say(r.objectLabel)} · {say(r.place.name)}
              <div className="soft">
                {say('提货单位', 'Pick-up party')}: {r.pickupParty} · {say('有效至', 'valid until')}{' '}
                {time(r.validUntil)} {r.gatedOutAt && `· ${say('出场', 'left')} ${time(r.gatedOutAt)}`}
              </div>
              {r.revokedBecause && <div>{say(r.revokedBecause)}</div>}
              {r.token && (
                <div className="bar">
                  <Button size="small" onClick={() => setSlip(r.id)}>
                    {say('放行凭证', 'Release slip')}
                  </Button>
                  <Button size="small" href={`/api/v1/releases/${r.id}/slip-pdf`} download={`${r.number}.pdf`}>
                    {say('下载凭条（PDF）', 'Slip to print (PDF)')}
                  </Button>
                </div>
              )}
            </div>
          ))
        }
      </Shown>
      <p className="soft">
        {say('离线核验：', 'To check without network: ')}
        <a href="/api/v1/release-keys" download="release-keys.json">
          {say('公布的密钥', 'published keys')}
        </a>{' '}
        ·{' '}
        <a href="/api/v1/release-revocations" download="release-revocations.json">
          {say('撤销清单', 'revocation list')}
        </a>{' '}
        ·{' '}
        <a href="/verify-release.html" download>
          {say('核验页', 'check page')}
        </a>
      </p>
      {slip && <Slip id={slip} close={() => setSlip(undefined)} />}
    </section>
  );
}

function Slip({ id, close }: { id: string; close: () => void }) {
  const say = useSay();
  const slip = useQuery({
    queryKey: ['slip', id],
    queryFn: () => get<{ release: ReleaseView; qrSvg: string }>(`/releases/${id}/slip`),
    gcTime: 0,
  });
  return (
    <Modal
      open
      title={say('放行凭证', 'Release slip')}
      footer={<Button onClick={() => window.print()}>{say('打印', 'Print')}</Button>}
      onCancel={close}
    >
      <Shown query={slip}>
        {(s) => (
          <>
            <img
              className="qr"
              alt={say('放行二维码', 'Release QR code')}
              src={`data:image/svg+xml;utf8,${encodeURIComponent(s.qrSvg)}`}
            />
            <p>
              <strong>{s.release.number}</strong> {say(s.release.objectLabel)}
            </p>
            <p>
              {say(s.release.place.name)} · {s.release.pickupParty}
            </p>
            <SimulatedTag shown={s.release.simulated} />
          </>
        )}
      </Shown>
    </Modal>
  );
}
