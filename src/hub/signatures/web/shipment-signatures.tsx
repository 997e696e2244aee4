// Who signed which version of a case, and what a check finds now (P4).
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { SignatureView } from '../contract.ts';
import { ReportView } from './report-view.tsx';
import { StampView } from './stamp-view.tsx';

export function ShipmentSignatures({ shipmentId }: { shipmentId: string }) {
  const say = useSay();
  const time = useTime();
  const [opened, setOpened] = useState<SignatureView>();
  const list = useQuery({
    queryKey: ['live', 'signatures', 'of', shipmentId],
    queryFn: () => get<{ items: SignatureView[] }>(`/shipments/${shipmentId}/signatures`),
  });
  return (
    <section className="card scroll" aria-label={say('签名', 'Signatures')}>
      <h2>{say('签名', 'Signatures')}</h2>
      <Shown query={list} empty={(l) => l.items.length === 0}>
        {(l) => (
          <ul className="received">
            {l.items.map((one) => (
              <li key={one.id}>
                v{one.version} · {one.now.signer ?? '–'}{' '}
                <span className="soft">
                  {one.by === 'seal' ? say('单位电子印章', 'seal') : say('个人签名', 'in person')} ·{' '}
                  {time(one.signedAt)}
                  {one.timeStamp?.state === 'stamped' && say(' · 有时间戳', ' · time-stamped')}
                  {one.timeStamp?.state === 'due' && say(' · 等待时间戳', ' · time stamp to come')}
                </span>{' '}
                <Button size="small" danger={!one.now.holds} onClick={() => setOpened(one)}>
                  {one.now.holds
                    ? say('✓ 有效 · 核验报告', '✓ Holds · report')
                    : say('✗ 无效 · 核验报告', '✗ Does not hold · report')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <Modal
        open={opened !== undefined}
        title={say('核验报告', 'Report')}
        footer={null}
        width={720}
        onCancel={() => setOpened(undefined)}
      >
        {opened && (
          <>
            <ReportView report={opened.now} />
            <StampView of={opened} />
          </>
        )}
      </Modal>
    </section>
  );
}
