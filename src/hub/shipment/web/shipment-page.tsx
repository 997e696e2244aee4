// The shipment page: who holds what and why, the live timeline, documents with raw messages, inspections, releases (P5, P7, M2).
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input, Modal, Skeleton, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { get, getText, send } from '../../../web/api.ts';
import { ProblemNote, Shown, SimulatedTag, StateTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useLive } from '../../../web/live.ts';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import { BlockingPanel } from '../../disposition/web/blocking-view.tsx';
import type { DocumentView } from '../../documents/contract.ts';
import { InspectionCards } from '../../inspection/web/inspection-list.tsx';
import { ShipmentProofs } from '../../ledger/web/shipment-proofs.tsx';
import type { TimelineEntry } from '../../notices/contract.ts';
import { DocumentSignatureButton } from '../../signatures/web/document-signature.tsx';
import { ShipmentSignatures } from '../../signatures/web/shipment-signatures.tsx';
import { ReleaseCards } from '../../release/web/release-cards.tsx';
import { goodsWords } from '../../../web/goods-words.ts';
import type { ShipmentVersion, ShipmentView } from '../contract.ts';
import { formatRaw } from './format-raw.ts';
import { LookMarks } from './look-marks.tsx';
import { PathName } from './path-name.tsx';
import { Rejections } from './rejections.tsx';

export default function ShipmentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const say = useSay();
  const navigate = useNavigate();
  const session = useSession();
  useLive(id);
  const { problem, act } = useAct(['live']);
  const [withdrawing, setWithdrawing] = useState(false);
  const [reason, setReason] = useState('');
  const shipment = useQuery({
    queryKey: ['live', 'shipment', 'of', id],
    queryFn: () => get<ShipmentView>(`/shipments/${id}`),
  });
  const settled = useSettled(id, shipment.isSuccess);
  /** Opens the amendment, or the one that is open already, at this place of the form. */
  const amend = (at?: string) =>
    act(async () => {
      if (shipment.data?.can.includes('amend')) await send('POST', `/shipments/${id}/amendment`);
      await navigate({ to: '/shipments/$id/form', params: { id }, search: (at ? { at } : {}) as never });
    });
  const copy = () =>
    act(async () => {
      const made = await send<ShipmentView>('POST', '/shipments', { from: 'copy', shipmentId: id });
      await navigate({ to: '/shipments/$id/form', params: { id: made.id } });
    });
  return (
    <Shown query={shipment}>
      {(s) => (
        <>
          <div className="bar">
            <h1 style={{ margin: 0 }}>{s.number}</h1>
            <StateTag state={s.progress} />
            <SimulatedTag shown={s.simulated} />
            <span className="soft">
              {[s.owner.name, goodsWords(s, say), s.conveyance, s.declarationNumber].filter(Boolean).join(' · ')}
            </span>
            <span style={{ flex: 1 }} />
            {s.can.includes('edit') && (
              <Link to="/shipments/$id/form" params={{ id }}>
                {say('填写表单', 'Open the form')}
              </Link>
            )}
            {s.can.includes('copy') && <Button onClick={() => void copy()}>{say('复制新建', 'Copy')}</Button>}
            {s.can.includes('amend') && <Button onClick={() => void amend()}>{say('修改申报', 'Amend')}</Button>}
            {s.can.includes('withdraw') && (
              <Button danger onClick={() => setWithdrawing(true)}>
                {say('撤回', 'Withdraw')}
              </Button>
            )}
          </div>
          {problem !== undefined && <ProblemNote error={problem} />}
          <Rejections shipment={s} mend={(at) => void amend(at)} />
          {!settled && <Skeleton active paragraph={{ rows: 10 }} />}
          <div className="two" style={settled ? undefined : { visibility: 'hidden' }}>
            <div>
              {s.version > 0 && <BlockingPanel shipmentId={id} mayInstruct={s.can.includes('instruct')} />}
              {s.version > 0 && <InspectionCards shipmentId={id} />}
              {s.version > 0 && <ReleaseCards shipmentId={id} />}
              {s.can.includes('documents') && session.data?.actions.includes('document.read') && <Documents id={id} />}
              <Versions id={id} />
              <ShipmentSignatures shipmentId={id} />
              <ShipmentProofs shipmentId={id} />
              {s.can.includes('withhold') && <LookMarks id={id} />}
            </div>
            <Timeline id={id} />
          </div>
          <Modal
            open={withdrawing}
            title={say('撤回申报', 'Withdraw the filing')}
            okButtonProps={{ danger: true, disabled: reason === '' }}
            onCancel={() => setWithdrawing(false)}
            onOk={() =>
              void act(() => send('POST', `/shipments/${id}/withdrawal`, { reason })).then(() => setWithdrawing(false))
            }
          >
            <label htmlFor="why">{say('原因', 'Reason')}</label>
            <Input id="why" value={reason} onChange={(e) => setReason(e.target.value)} />
          </Modal>
        </>
      )}
    </Shown>
  );
}

/** True once everything about the case has been fetched for the first time, so that the page is drawn once and nothing jumps. */
function useSettled(id: string, shown: boolean): boolean {
  const pending = useIsFetching({ predicate: (q) => q.queryKey.includes(id) && q.state.status === 'pending' });
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!shown || settled) return;
    // A moment for panels that ask once they are drawn; a slow one is not waited for.
    const timer = setTimeout(() => setSettled(true), pending === 0 ? 60 : 3000);
    return () => clearTimeout(timer);
  }, [shown, settled, pending]);
  return settled;
}

/** Lines that tell what a partner’s system said; what an officer did at the desk has his name. */
const fromPartners = new Set(['instruction.received', 'document.answered', 'release.used']);

function Timeline({ id }: { id: string }) {
  const say = useSay();
  const time = useTime();
  const timeline = useQuery({
    queryKey: ['live', 'timeline', 'of', id],
    queryFn: () => get<{ items: TimelineEntry[] }>(`/shipments/${id}/timeline`),
  });
  return (
    <section className="card" aria-label={say('轨迹', 'Timeline')}>
      <h2>{say('轨迹（实时）', 'Timeline (live)')}</h2>
      <Shown query={timeline} empty={(t) => t.items.length === 0}>
        {(t) => (
          <ol className="timeline" aria-live="polite">
            {[...t.items].reverse().map((e) => (
              <li key={e.position} className={e.tone}>
                <div className="soft">
                  {time(e.at)} · {e.by}{' '}
                  <SimulatedTag shown={e.simulated && e.by === 'Portico' && fromPartners.has(e.type)} />
                </div>
                {say(e.text)}
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </section>
  );
}

function Documents({ id }: { id: string }) {
  const say = useSay();
  const time = useTime();
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
        {(d) => (
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
              {d.items
                .filter((doc) => doc.flow !== 'inbound')
                .map((doc) => (
                  <tr key={doc.id}>
                    <td>
                      <Button size="small" type="link" onClick={() => void open(doc)}>
                        {doc.flow === 'inbound' ? '← ' : '→ '}
                        {say(doc.name)}
                      </Button>
                      {doc.flow === 'outbound' && <DocumentSignatureButton id={doc.id} name={say(doc.name)} />}
                      <div className="soft">
                        {doc.fileName}
                        {doc.shipmentVersion ? ` · v${doc.shipmentVersion}` : ''}
                      </div>
                    </td>
                    <td>
                      {doc.channelName && say(doc.channelName)} <SimulatedTag shown={doc.simulated} />
                    </td>
                    <td className="wide">
                      {time(doc.createdAt)} {doc.delivery && <StateTag state={doc.delivery.state} />}
                    </td>
                    <td>
                      {doc.receipts.map((r) => (
                        <div key={r.documentId}>
                          <Button
                            size="small"
                            type="link"
                            className="receipt"
                            onClick={() => void open(d.items.find((one) => one.id === r.documentId))}
                          >
                            {say(r.text)}
                          </Button>
                        </div>
                      ))}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Shown>
      <Received items={documents.data?.items ?? []} open={(d) => void open(d)} />
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

/** Everything that came in, as it came; most of it already stands as a receipt beside its document. */
function Received({ items, open }: { items: readonly DocumentView[]; open: (d: DocumentView) => void }) {
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
            <Button size="small" type="link" onClick={() => open(d)}>
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

function Versions({ id }: { id: string }) {
  const say = useSay();
  const time = useTime();
  const versions = useQuery({
    queryKey: ['live', 'versions', 'of', id],
    queryFn: () => get<{ items: ShipmentVersion[] }>(`/shipments/${id}/versions`),
  });
  return (
    <section className="card" aria-label={say('版本', 'Versions')}>
      <h2>{say('版本', 'Versions')}</h2>
      <Shown query={versions} empty={(v) => v.items.length === 0}>
        {(v) => (
          <ul>
            {v.items.map((one) => (
              <li key={one.version}>
                v{one.version} ·{' '}
                {one.submittedAt
                  ? `${time(one.submittedAt)} ${one.submittedBy}`
                  : say('未提交的修改', 'amendment not filed')}{' '}
                {one.reason}
                {one.changed.length > 0 && (
                  <ul>
                    {one.changed.map((c) => (
                      <li key={c.path}>
                        <PathName path={c.path} />: {c.before ?? '–'} → {c.after ?? '–'}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}
