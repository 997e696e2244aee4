// What was done with a shipment, and by whom – who looked at it among them –, each act with its proof (issue 4: the proof of each receipt).
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { ReceiptLine } from '../contract.ts';
import { ProofOf } from './proof-view.tsx';

export function ShipmentProofs({ shipmentId }: { shipmentId: string }) {
  const say = useSay();
  const time = useTime();
  const [opened, setOpened] = useState<ReceiptLine>();
  const [shown, setShown] = useState(false);
  const list = useQuery({
    queryKey: ['live', 'receipts', shipmentId],
    queryFn: () => get<{ items: ReceiptLine[] }>(`/shipments/${shipmentId}/receipts?limit=1000`),
    enabled: shown,
  });
  return (
    <section className="card scroll" aria-label={say('凭证', 'Proofs')}>
      <h2>{say('凭证', 'Proofs')}</h2>
      {!shown && (
        <Button size="small" onClick={() => setShown(true)}>
          {say('各项行为的凭证，及谁查看过单证', 'Proofs, and who looked at documents')}
        </Button>
      )}
      {shown && (
        <Shown query={list} empty={(l) => l.items.length === 0}>
          {(l) => (
            <table className="plain">
              <thead>
                <tr>
                  <th className="wide">{say('时间', 'Time')}</th>
                  <th>{say('行为', 'Act')}</th>
                  <th>{say('凭证', 'Proof')}</th>
                </tr>
              </thead>
              <tbody>
                {l.items.map((line) => (
                  <tr key={line.id}>
                    <td className="wide">{time(line.at)}</td>
                    <td>
                      {say(line.text)} <span className="soft">· {line.by}</span>
                    </td>
                    <td>
                      <Button
                        size="small"
                        aria-label={`${say('核验', 'Check')} ${say(line.text)}`}
                        onClick={() => setOpened(line)}
                      >
                        {say('核验', 'Check')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      )}
      <Modal
        open={opened !== undefined}
        title={opened && say(opened.text)}
        footer={null}
        width={720}
        onCancel={() => setOpened(undefined)}
      >
        {opened && (
          <>
            <p className="soft">
              {say('凭证编号', 'Receipt')} <code>{opened.id}</code>
            </p>
            <ProofOf id={opened.id} />
          </>
        )}
      </Modal>
    </section>
  );
}
