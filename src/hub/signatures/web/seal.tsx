// The organisation's seal for its programs, and whether its filings have to be signed (P4).
import { useQuery } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { CertificateView, SignaturePolicy } from '../contract.ts';
import { Certificates } from './certificates.tsx';

const algorithms = [
  ['SM2SM3', '国密 SM2', 'SM2 (national)'],
  ['ES256', 'ECDSA P-256', 'ECDSA P-256'],
  ['RS256', 'RSA 2048', 'RSA 2048'],
] as const;

export function Seal() {
  const say = useSay();
  const state = useQuery({
    queryKey: ['seals'],
    queryFn: async () => ({
      seals: (await get<{ items: CertificateView[] }>('/seals')).items,
      policy: await get<SignaturePolicy>('/signature-policy'),
    }),
  });
  const { problem, act } = useAct(['seals']);
  return (
    <section className="card" aria-label={say('单位电子印章', 'The organisation’s seal')}>
      <h2>{say('单位电子印章', 'The organisation’s seal')}</h2>
      <p className="soft">
        {say(
          '印章密钥由平台密封保管，为本单位程序（接口密钥）的申报签名；最新一枚有效的在用。',
          'The platform keeps the key sealed; it signs what your programs file. The newest valid one is used.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={state}>
        {({ seals, policy }) => (
          <>
            <p>
              <Switch
                size="small"
                checked={policy.required}
                aria-label={say('本单位的申报必须签名', 'Filings of this organisation have to be signed')}
                onChange={(required) => void act(() => send('PUT', '/signature-policy', { required }))}
              />{' '}
              {say('本单位的申报必须签名', 'Filings of this organisation have to be signed')}
            </p>
            <div className="bar">
              {algorithms.map(([algorithm, zh, en]) => (
                <Button
                  key={algorithm}
                  size="small"
                  onClick={() => void act(() => send('POST', '/seals', { algorithm }))}
                >
                  {say(`制作印章（${zh}）`, `Make a seal (${en})`)}
                </Button>
              ))}
            </div>
            <Certificates
              items={seals}
              revoke={(serial) => void act(() => send('POST', `/seals/${serial}/revocation`, { reason: 'replaced' }))}
            />
          </>
        )}
      </Shown>
    </section>
  );
}
