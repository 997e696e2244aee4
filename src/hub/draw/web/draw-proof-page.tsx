// The public proof of a draw (M6), recomputed in the reader's own browser; without an account. Whoever has the number and the salt of his case
// looks for himself in it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { targetCommitment } from '../../../kernel/draw-stream.ts';
import { get } from '../../../web/api.ts';
import { authorityName, Shown } from '../../../web/kit.tsx';
import { CheckList } from '../../../web/check-list.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import type { LedgerKey } from '../../ledger/contract.ts';
import type { DrawProof } from '../contract.ts';
import { checkPublishedDraw } from './check-draw.ts';
import { unitName } from './unit-name.ts';

export default function DrawProofPage() {
  const say = useSay();
  const { id: number } = useParams({ strict: false }) as { id: string };
  const path = `/draw-proofs/${encodeURIComponent(number)}`;
  const proof = useQuery({ queryKey: ['draw-proof', number], queryFn: () => get<DrawProof>(path) });
  return (
    <>
      <div className="bar">
        <h1>
          {say('抽取证明', 'Proof of a draw')} {number}
        </h1>
        <Link to="/draws">{say('全部抽取', 'All draws')}</Link>
      </div>
      <Shown query={proof}>
        {(one) => (
          <>
            <Verdict proof={one} />
            <Facts proof={one} />
            <OwnCase proof={one} />
            <section className="card" aria-label={say('自行核验', 'Verify it yourself')}>
              <h2>{say('不依赖本平台核验', 'Verify it without this platform')}</h2>
              <p>
                <a href={`/api/v1${path}`} download={`${number}.json`}>
                  {say('下载证明（JSON）', 'Download the proof (JSON)')}
                </a>
              </p>
              <pre className="raw">
                {`npx ${location.origin}/verify-draw.tgz ${number}.json\npython3 tools/verify_draw.py ${number}.json`}
              </pre>
            </section>
          </>
        )}
      </Shown>
    </>
  );
}

function Verdict({ proof }: { proof: DrawProof }) {
  const say = useSay();
  const checks = useQuery({
    queryKey: ['draw-check', proof],
    queryFn: async () => {
      const { items } = await get<{ items: LedgerKey[] }>('/ledger/keys');
      return checkPublishedDraw(
        proof,
        items.map((key) => key.verifier),
      );
    },
  });
  return (
    <section className="card" aria-label={say('核验', 'Verification')}>
      <h2>{say('在您的浏览器中重新计算', 'Recomputed in your browser')}</h2>
      {proof.demonstration && (
        <p>
          <span className="tag tag-purple">{say('演示', 'Demonstration')}</span>{' '}
          {say('货物和人员均为虚构', 'Goods and officers are invented')}
        </p>
      )}
      <Shown query={checks}>{(list) => <CheckList checks={list} />}</Shown>
    </section>
  );
}

function Facts({ proof }: { proof: DrawProof }) {
  const say = useSay();
  const time = useTime();
  const { population, reveal, rule } = proof;
  return (
    <section className="card" aria-label={say('经过', 'What happened')}>
      <h2>{say('经过', 'What happened')}</h2>
      <dl className="facts">
        <dt>{say('抽取部门与依据', 'Authority and basis')}</dt>
        <dd>
          {say(authorityName(proof.authority))} · {rule.basis}
        </dd>
        <dt>{say('平台承诺', 'The platform committed')}</dt>
        <dd>
          {time(proof.committedAt)} <code>{proof.commitment}</code>
        </dd>
        {population && (
          <>
            <dt>{say('冻结抽取范围', 'Population frozen')}</dt>
            <dd>
              {time(population.frozenAt)} · {population.targets.length} {say(unitName(rule.unit))},{' '}
              {population.officers.length} {say('名人员', 'officers')} <code>{population.digest}</code>
            </dd>
          </>
        )}
        {proof.contributions.map((one) => (
          <div key={one.authority} style={{ display: 'contents' }}>
            <dt>
              {say('随机数', 'Nonce')} {say(authorityName(one.authority))}
            </dt>
            <dd>
              {time(one.at)} <code>{one.nonce}</code>
            </dd>
          </div>
        ))}
        {reveal && (
          <>
            <dt>{say('公开秘密', 'Secret revealed')}</dt>
            <dd>
              {time(reveal.revealedAt)} <code>{reveal.secret}</code>
            </dd>
            <dt>{say('结果', 'Outcome')}</dt>
            <dd>
              {say(`抽中 ${reveal.drawn.length} ${unitName(rule.unit).zh}`, `${reveal.drawn.length} drawn`)}
              {reveal.passedOver.length > 0 &&
                ` · ${reveal.passedOver.length} ${say('个已离开，依次顺延', 'had left; the next in order came')}`}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function OwnCase({ proof }: { proof: DrawProof }) {
  const say = useSay();
  const [salt, setSalt] = useState('');
  const [number, setNumber] = useState('');
  const [objectId, setObjectId] = useState('');
  const { unit } = proof.rule;
  const [said, setSaid] = useState<string>();
  const look = async () => {
    const own = await targetCommitment(async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), {
      salt: salt.trim(),
      number: number.trim(),
      ...(unit ? { objectId: objectId.trim() } : {}),
    });
    const place = proof.reveal?.drawn.findIndex((one) => one.target === own) ?? -1;
    if (!proof.population?.targets.some((lot) => lot.commitment === own))
      setSaid(say('不在抽取范围内，或盐值有误', 'Not in the population, or the salt is another'));
    else if (place < 0) setSaid(say('在抽取范围内，未抽中', 'In the population, not drawn'));
    else setSaid(say(`抽中，第 ${place + 1} 号`, `Drawn, place ${place + 1}`));
  };
  return (
    <section className="card" aria-label={say('找到自己的货物', 'Find your own case')}>
      <h2>{say('找到自己的货物', 'Find your own case')}</h2>
      <p className="soft">
        {say(
          '证明中不出现货物编号。本票的编号和盐值见货物页面的“双随机抽取”，或接口 GET /shipments/{id}/draws。',
          'No case is named in the proof. Number and salt stand on the page of your case under “Random draws”, and at GET /shipments/{id}/draws.',
        )}
      </p>
      <div className="fields">
        <div className="field">
          <label htmlFor="own-number">{say('货物编号', 'Number of the case')}</label>
          <Input id="own-number" value={number} maxLength={40} onChange={(e) => setNumber(e.target.value)} />
        </div>
        {unit && (
          <div className="field">
            <label htmlFor="own-object">{say('对象', 'Object')}</label>
            <Input
              id="own-object"
              value={objectId}
              maxLength={80}
              placeholder={`${unit}:…`}
              onChange={(e) => setObjectId(e.target.value)}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor="own-salt">{say('盐值', 'Salt')}</label>
          <Input id="own-salt" value={salt} maxLength={64} onChange={(e) => setSalt(e.target.value)} />
        </div>
      </div>
      <div className="bar">
        <Button
          disabled={!salt.trim() || !number.trim() || (unit !== undefined && !objectId.trim())}
          onClick={() => void look()}
        >
          {say('查找', 'Look')}
        </Button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
