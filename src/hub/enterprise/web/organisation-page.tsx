// The organisation's own page (P11, P12): authorisations given and received, its staff, and the keys of its programs.
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { DemandFactor } from '../../account/web/factor-demand.tsx';
import { FactorStartNote, SetFactorStart } from '../../account/web/factor-start.tsx';
import { Staff } from '../../account/web/staff.tsx';
import { LicenceCard } from '../../licence/web/licence-card.tsx';
import { StandingCard } from '../../payment/web/standing-card.tsx';
import { ApiKeys } from './api-keys.tsx';
import { Authorisations } from './authorisations.tsx';
import { WaitingKeys } from './waiting-keys.tsx';
import { Qualifications } from './qualifications.tsx';

export default function OrganisationPage() {
  const say = useSay();
  const me = useSession().data;
  if (!me) return null;
  return (
    <>
      <h1>{say(me.organisation.name, me.organisation.nameEn)}</h1>
      {me.actions.includes('enterprise.read') && me.organisation.kind !== 'port-office' && (
        <Qualifications mayDeclare={me.actions.includes('enterprise.manage')} />
      )}
      {me.actions.includes('enterprise.read') && (
        <Authorisations mayGrant={me.actions.includes('authorisation.grant')} />
      )}
      <StandingCard />
      <LicenceCard />
      {me.actions.includes('staff.manage') && (
        <>
          <Staff />
          <DemandFactor now={me.organisation.secondFactor} least={me.organisation.secondFactorLeast} />
        </>
      )}
      {me.actions.includes('api-key.manage') && <ApiKeys />}
      {me.secondFactorStart && <FactorStartNote start={me.secondFactorStart} />}
      {me.actions.includes('trust.manage') && <SetFactorStart />}
      {me.actions.includes('api-key.confirm') && <WaitingKeys />}
    </>
  );
}
