// The documents of a case (P2): to each partner the newest with its delivery and receipts, earlier ones and everything received folded away.
import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Switch } from 'antd';
import { useState } from 'react';
import { get, getText } from '../../../web/api.ts';
import { Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { DocumentView } from '../../documents/contract.ts';
import { DocumentSignatureButton } from '../../signatures/web/document-signature.tsx';
import { formatRaw } from './format-raw.ts';
import { newestFirst } from './newest-first.ts';

export function CaseDocuments({ id }: { id: string }) {
  const say = useSay();
  const [raw, setRaw] = useState<{ name: string; text: string }>();
  const [asSent, setAsSent] = useState(false);
  const documents = useQuery({
    queryKey: ['live', 'documents', 'of', id],
    queryFn: () => get<{ items: DocumentView[] }>(`/shipments/${id}/documents`),
  });
  const open = async (d: DocumentView | undefined) =>
    d && setRaw({ name: d.fileName, text: await getText(`/documents/${d.id}/content`) });
  return (
    <section className="card scroll" aria-label={say('单证', 'Documents')}>
      <h2>{say('单证与回执', 'Documents and receipts')}</h2>
      <Shown query={documents} empty={(d) => d.items.length === 0}>
        {({ items }) => {
          const { newest, earlier } = newestFirst(items);
          const openId = (documentId: string) => void open(items.find((one) => one.id === documentId));
          return (
            <>
              <DocumentTable documents={newest} open={openId} />
              {earlier.length > 0 && (
                <details>
                  <summary>{say(`较早的版本（${earlier.length}）`, `Earlier versions (${earlier.length})`)}</summary>
                  <DocumentTable documents={earlier} open={openId} />
                </details>
              )}
              <Received items={items} open={openId} />
            </>
          );
        }}
      </Shown>
      <Modal open={raw !== undefined} title={raw?.name} footer={null} width={820} onCancel={() => setRaw(undefined)}>
        <div className="bar">
          <Switch size="small" checked={asSent} onChange={setAsSent} aria-label={say('显示原文', 'Show as sent')} />
          {say('显示原文（不排版）', 'As sent, not laid out')}
        </div>
        <pre className="raw">{raw && (asSent ? raw.text : formatRaw(raw.text))}</pre>
      </Modal>
    </section>
  );
}

type Open = (documentId: string) => void;

function DocumentTable({ documents, open }: { documents: readonly DocumentView[]; open: Open }) {
  const say = useSay();
  const time = useTime();
  return (
    <table className="plain stack">
      <thead>
        <tr>
          <th>{say('单证', 'Document')}</th>
          <th>{say('对方', 'Partner')}</th>
          <th className="wide">{say('时间', 'Time')}</th>
          <th>{say('回执', 'Receipts')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((one) => (
          <tr key={one.id}>
            <td>
              <Button size="small" type="link" onClick={() => open(one.id)}>
                → {say(one.name)}
              </Button>
              {one.flow === 'outbound' && <DocumentSignatureButton id={one.id} name={say(one.name)} />}
              <div className="soft">
                {one.fileName}
                {one.shipmentVersion ? ` · v${one.shipmentVersion}` : ''}
              </div>
            </td>
            <td>
              {one.channelName && say(one.channelName)} <SimulatedTag shown={one.simulated} />
            </td>
            <td className="wide">
              {time(one.createdAt)} {one.delivery && <StateTag state={one.delivery.state} />}
            </td>
            <td>
              {one.receipts.map((r) => (
                <div key={r.documentId}>
                  <Button size="small" type="link" className="receipt" onClick={() => open(r.documentId)}>
                    {say(r.text)}
                  </Button>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything that came in, as it came; most of it already stands as a receipt beside its document. */
function Received({ items, open }: { items: readonly DocumentView[]; open: Open }) {
  const say = useSay();
  const time = useTime();
  const inbound = items.filter((d) => d.flow === 'inbound');
  if (inbound.length === 0) return null;
  return (
    <details>
      <summary>{say(`全部来文原文（${inbound.length}）`, `Everything received, raw (${inbound.length})`)}</summary>
      <ul className="received">
        {inbound.map((d) => (
          <li key={d.id}>
            <span className="soft">{time(d.createdAt)}</span> {d.channelName && say(d.channelName)}{' '}
            <Button size="small" type="link" onClick={() => open(d.id)}>
              {d.fileName}
            </Button>
            <DocumentSignatureButton id={d.id} name={d.fileName} />
            <SimulatedTag shown={d.simulated} />
          </li>
        ))}
      </ul>
    </details>
  );
}
