// The yard (P6, M12): the board of a day, the share that makes its conveyance, the keeping of yards and rosters, and marks of dishonesty, each
// for whom it is.
import { useLive } from '../../../web/live.ts';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { DishonestMarks } from './dishonest-marks.tsx';
import { VesselShareCard } from './vessel-share-card.tsx';
import { HolidayEditor } from './yard-desk/holiday-editor.tsx';
import { RosterEditor } from './yard-desk/roster-editor.tsx';
import { RosterList } from './yard-desk/roster-list.tsx';
import { SiteEditor } from './yard-desk/site-editor.tsx';
import { YardBoardCard } from './yard-board-card.tsx';

export default function YardPage() {
  const say = useSay();
  const { data: me } = useSession();
  useLive();
  const may = (action: string) => me?.actions.includes(action) ?? false;
  const marks = may('enterprise.mark') && (!me?.organisation.authority || me.organisation.authority === 'customs');
  return (
    <>
      <h1>{say('查验场', 'Inspection yards')}</h1>
      {may('yard.read') && <YardBoardCard mayMove={may('inspection.schedule')} />}
      {may('yard.read') && <VesselShareCard />}
      {may('yard.manage') && (
        <>
          <SiteEditor />
          <HolidayEditor />
        </>
      )}
      {may('roster.manage') ? <RosterEditor /> : may('roster.read') && <RosterList />}
      {marks && <DishonestMarks />}
    </>
  );
}
