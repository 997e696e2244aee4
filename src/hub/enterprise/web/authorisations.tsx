// Authorisations given and received (无纸化委托, P11): what each is for, how much of it is left, who used it for what, and its end.
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { PagedTable, ProblemNote, StateTag } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { useAct } from '../../../web/use-act.ts';
import { usePages } from '../../../web/use-pages.ts';
import { actNames, type AuthorisationView } from '../contract.ts';
import { AuthorisationUses } from './authorisation-uses.tsx';
import { OfferAuthorisation } from './offer-authorisation.tsx';

export function Authorisations({ mayGrant }: { mayGrant: boolean }) {
  const say = useSay();
  const me = useSession().data;
  const [offering, setOffering] = useState(false);
  const [used, setUsed] = useState<AuthorisationView>();
  const list = usePages<AuthorisationView>(['authorisations'], '/authorisations?limit=50');
  const { problem, act } = useAct(['authorisations']);
  return (
    <section className="card" aria-label={say('报关委托', 'Authorisations')}>
      <div className="bar">
        <h2>{say('报关委托', 'Authorisations')}</h2>
        {mayGrant && me?.organisation.kind === 'trader' && (
          <Button size="small" type="primary" onClick={() => setOffering(true)}>
            {say('委托报关企业', 'Authorise a broker')}
          </Button>
        )}
        <span className="soft">
          {say(
            '任一方撤销立即生效：报关企业随即看不到、也不能再申报',
            'Either side revokes at once: the broker then neither sees nor files',
          )}
        </span>
      </div>
      {problem !== undefined && <ProblemNote error={problem} />}
      <PagedTable
        list={list}
        head={[
          say('货主 → 报关企业', 'Owner → broker'),
          say('事项与关区', 'For what and where'),
          say('有效期', 'Valid'),
          say('数量', 'Quantity'),
          say('状态', 'State'),
          say('操作', 'Acts'),
        ]}
        row={(a) => (
          <tr key={a.id}>
            <td>
              {say(a.owner.name, a.owner.nameEn)} → {say(a.broker.name, a.broker.nameEn)}
            </td>
            <td>
              {a.scope.map((one) => say(actNames[one])).join(say('、', ', '))}
              <div className="soft">
                {a.districts.length === 0
                  ? say('所有关区', 'All customs districts')
                  : `${say('关区', 'Districts')} ${a.districts.join(' ')}`}
              </div>
            </td>
            <td>
              {a.validFrom} – {a.validTo}
            </td>
            <td>
              <Quantity of={a} />
            </td>
            <td>
              <StateTag state={a.state === 'revoked' ? 'authorisation-revoked' : a.state} />
              {a.warning && (
                <div className="attention" role="status">
                  {a.warning === 'period' ? say('即将到期', 'Ends soon') : say('即将用完', 'Nearly used up')}
                </div>
              )}
            </td>
            <td>
              <Button size="small" onClick={() => setUsed(a)}>
                {say('使用记录', 'Uses')}
              </Button>{' '}
              {mayGrant && a.actions.includes('accept') && (
                <Button size="small" onClick={() => void act(() => send('POST', `/authorisations/${a.id}/acceptance`))}>
                  {say('接受', 'Accept')}
                </Button>
              )}{' '}
              {mayGrant && a.actions.includes('revoke') && (
                <Button
                  size="small"
                  danger
                  onClick={() => void act(() => send('POST', `/authorisations/${a.id}/revocation`))}
                >
                  {say('撤销', 'Revoke')}
                </Button>
              )}
            </td>
          </tr>
        )}
      />
      {offering && <OfferAuthorisation close={() => setOffering(false)} />}
      {used && <AuthorisationUses authorisation={used} close={() => setUsed(undefined)} />}
    </section>
  );
}

function Quantity({ of: { declarations, value } }: { of: AuthorisationView }) {
  const say = useSay();
  if (!declarations && !value) return <>{say('不限', 'Not bounded')}</>;
  return (
    <>
      {declarations && (
        <div>
          {say(
            `已用 ${declarations.used} / ${declarations.most} 票`,
            `${declarations.used} of ${declarations.most} used`,
          )}
        </div>
      )}
      {value && (
        <div>
          {value.used} / {value.most} {value.currency}
        </div>
      )}
    </>
  );
}
