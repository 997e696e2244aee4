// The signature of one document or message of a case, asked for when somebody wants to see it (P4); what has none says why.
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { DocumentSignature } from '../contract.ts';
import { ReportView } from './report-view.tsx';

const absent: Readonly<Record<Exclude<DocumentSignature['state'], 'signed'>, readonly [zh: string, en: string]>> = {
  unsigned: ['来文没有签名', 'The message carries no signature'],
  'no-seal': [
    '未加盖电子印章：该通道要求印章，但申报单位没有有效的印章',
    'Not sealed: this channel asks for a seal, but whoever filed has no valid one',
  ],
  'not-asked-for': [
    '未加盖电子印章：该通道未约定签名；申报本身的签名见“签名”一栏',
    'Not sealed: no signature is agreed on this channel; the signature of the filing itself stands under “Signatures”',
  ],
  'no-form-for-it': ['此格式不带签名', 'This format carries no signature'],
};

export function DocumentSignatureButton({ id, name }: { id: string; name: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={`${say('签名', 'Signature')} ${name}`} onClick={() => setOpen(true)}>
        {say('签名', 'Signature')}
      </Button>
      <Modal
        open={open}
        title={`${say('签名', 'Signature')} · ${name}`}
        footer={null}
        width={720}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        {open && <Content id={id} />}
      </Modal>
    </>
  );
}

function Content({ id }: { id: string }) {
  const say = useSay();
  const found = useQuery({
    queryKey: ['document-signature', id],
    queryFn: () => get<DocumentSignature>(`/documents/${id}/signature`),
  });
  return (
    <Shown query={found}>
      {(f) =>
        f.state === 'signed' ? (
          <ReportView report={f.report} />
        ) : (
          <p role="status">{say(absent[f.state][0], absent[f.state][1])}</p>
        )
      }
    </Shown>
  );
}
