// My signatures (P4): the key of this device, my certificates, the organisation's seal and rule, whom the port office trusts, and a check of
// any signed file.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get, send, sendFile } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { ReleaseKeys } from '../../release/web/release-keys.tsx';
import type { CertificateView, SignatureReport } from '../contract.ts';
import { Certificates } from './certificates.tsx';
import { forgetDeviceKey, readDeviceKey } from './device-key.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { ReportView } from './report-view.tsx';
import { Seal } from './seal.tsx';
import { TrustAnchors } from './trust-anchors.tsx';

export default function SignaturesPage() {
  const say = useSay();
  const me = useSession().data;
  if (!me) return null;
  return (
    <>
      <h1>{say('我的签名', 'My signatures')}</h1>
      <MyKeys personId={me.user.id} />
      {me.actions.includes('enterprise.manage') && <Seal />}
      {me.actions.includes('trust.manage') && <TrustAnchors />}
      {me.actions.includes('release-key.rotate') && <ReleaseKeys />}
      <CheckFile />
    </>
  );
}

function MyKeys({ personId }: { personId: string }) {
  const say = useSay();
  const client = useQueryClient();
  const [enrolling, setEnrolling] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const keys = useQuery({
    queryKey: ['signing-keys'],
    queryFn: async () => ({
      items: (await get<{ items: CertificateView[] }>('/signing-keys')).items,
      here: (await readDeviceKey(personId)) ?? null,
    }),
  });
  const again = () => client.invalidateQueries({ queryKey: ['signing-keys'] });
  const revoke = async (serial: string) => {
    setProblem(undefined);
    try {
      await send('POST', `/signing-keys/${serial}/revocation`, { reason: 'other' });
      if (keys.data?.here?.serial === serial) await forgetDeviceKey(personId);
    } catch (error) {
      setProblem(error);
    }
    await again();
  };
  return (
    <section className="card" aria-label={say('我的签名密钥', 'My signing keys')}>
      <h2>{say('我的签名密钥', 'My signing keys')}</h2>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={keys}>
        {({ items, here }) => {
          const valid = items.filter((c) => c.state === 'valid');
          const isHere = valid.some((c) => c.serial === here?.serial);
          return (
            <>
              <p role="status">
                {isHere
                  ? say(
                      '本设备已登记：一次申报时自动签署。',
                      'This device is enrolled: filings are signed by themselves.',
                    )
                  : say(
                      '本设备尚未登记，申报不带个人签名。',
                      'This device is not enrolled: filings go without a signature.',
                    )}
              </p>
              {!isHere && (
                <Button type="primary" onClick={() => setEnrolling(true)}>
                  {say('登记本设备', 'Enrol this device')}
                </Button>
              )}
              <Certificates items={items} here={here?.serial} revoke={(serial) => void revoke(serial)} />
              {enrolling && (
                <EnrolDialog
                  personId={personId}
                  others={valid.length}
                  done={() => {
                    setEnrolling(false);
                    void again();
                  }}
                  close={() => setEnrolling(false)}
                />
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function CheckFile() {
  const say = useSay();
  const [report, setReport] = useState<SignatureReport>();
  const [problem, setProblem] = useState<unknown>();
  const check = async (file: File | undefined) => {
    setProblem(undefined);
    setReport(undefined);
    if (!file) return;
    try {
      setReport(await sendFile<SignatureReport>('/signature-checks', file));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <section className="card" aria-label={say('核验签名文件', 'Check a signed file')}>
      <h2>{say('核验签名文件', 'Check a signed file')}</h2>
      <p>
        <label htmlFor="signed-file">{say('带签名的 XML 文件', 'A signed XML file')}</label>{' '}
        <input
          id="signed-file"
          type="file"
          accept=".xml,application/xml"
          onChange={(event) => void check(event.target.files?.[0])}
        />
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      {report && <ReportView report={report} />}
    </section>
  );
}
