// Certificates exchanged with other windows (N14, N15): of one case, and on the page of a channel; received or sent, how each was checked and by whom, and
// the certificate itself, so that anybody can check it again.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../../web/api.ts';
import { PagedTable, SimulatedTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { CredentialView } from '../contract.ts';

const useTitle = () => useSay()('往来证书', 'Certificates exchanged');

/** Drawn only where there are some: most cases have none. */
export function CaseCredentials({ shipmentId }: { shipmentId: string }) {
  const title = useTitle();
  const list = useQuery({
    queryKey: ['live', 'credentials', 'of', shipmentId],
    queryFn: () => get<{ items: CredentialView[] }>(`/shipments/${shipmentId}/credentials`),
  });
  if (!list.data || list.data.items.length === 0) return null;
  return (
    <section className="card scroll" aria-label={title}>
      <h2>{title}</h2>
      <ul className="received">
        {list.data.items.map((one) => (
          <li key={one.id}>
            <Certificate of={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a channel's page; channels that exchange none have no such card. */
export function ChannelCredentials({ id }: { id: string }) {
  const say = useSay();
  const title = useTitle();
  const list = usePages<CredentialView>(['partners', 'credentials', id], `/channel-credentials/${id}?limit=20`);
  if (!list.data || list.data.pages.every((page) => page.items.length === 0)) return null;
  return (
    <section className="card scroll" aria-label={title}>
      <h2>{title}</h2>
      <PagedTable
        list={list}
        head={[say('证书', 'Certificate'), say('货物', 'Shipment')]}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <Certificate of={one} />
            </td>
            <td>
              <Link to="/shipments/$id" params={{ id: one.shipmentId }}>
                {say('查看货物', 'Open the shipment')}
              </Link>
            </td>
          </tr>
        )}
      />
    </section>
  );
}

const states = {
  valid: { zh: '有效', en: 'valid' },
  revoked: { zh: '已撤销', en: 'revoked' },
  doubtful: { zh: '存疑', en: 'doubtful' },
} as const;

function Certificate({ of: one }: { of: CredentialView }) {
  const say = useSay();
  const time = useTime();
  const partners = one.partners.map(({ name }) => say(name)).join(say('、', ', '));
  return (
    <>
      <strong>{one.flow === 'received' ? say('收到', 'Received') : say('发出', 'Sent')}</strong> {say(one.name)} ·{' '}
      {say(states[one.state])} <SimulatedTag shown={one.simulated} />
      <div>
        {one.flow === 'received' ? say('来自', 'From') : say('发往', 'To')} {partners || '–'} · {time(one.issuedAt)}
        {one.revokedAt && ` · ${say('撤销于', 'revoked')} ${time(one.revokedAt)}`}
      </div>
      {one.revokedBecause && <div>{say(one.revokedBecause)}</div>}
      <div className="soft">{say(one.check)}</div>
      <div className="soft">
        <code className="breaks">{one.number}</code>
      </div>
      <div className="soft">
        {say('签发方', 'Issuer')} <code className="breaks">{one.issuer}</code>
      </div>
      <a download={`${one.id}.jwt`} href={`data:application/vc+jwt,${encodeURIComponent(one.token)}`}>
        {say('下载证书', 'Download the certificate')}
      </a>
    </>
  );
}
