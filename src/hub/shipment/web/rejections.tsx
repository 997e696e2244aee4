// What partners rejected of the filed version, each with the way to the box it came from: the reverse road (P10).
import { Button } from 'antd';
import { useSay } from '../../../web/language.tsx';
import type { ShipmentView } from '../contract.ts';
import { PathName } from './path-name.tsx';

export function Rejections({ shipment: s, mend }: { shipment: ShipmentView; mend: (path?: string) => void }) {
  const say = useSay();
  const mayMend = s.can.includes('amend') || s.can.includes('edit');
  // A closed case has something to mend only where a report of its goods was refused.
  if (s.state !== 'submitted' && !(s.state === 'closed' && mayMend)) return null;
  return s.answers
    .filter((a) => a.outcome === 'rejected' && (a.version ?? s.version) === s.version)
    .map((a) => (
      <div key={`${a.document}${a.at}`} className="card holder bad bar" role="alert">
        <span>{say(a.text)}</span>
        {a.path && (
          <span className="soft">
            {say('对应', 'Comes from')}: <PathName path={a.path} />
            {a.partnerField && (
              <>
                {' '}
                (<code>{a.partnerField}</code>)
              </>
            )}
          </span>
        )}
        {mayMend && (
          <Button size="small" type="primary" onClick={() => mend(a.path)}>
            {a.path ? say('去更正这一项', 'Correct this box') : say('去更正', 'Correct it')}
          </Button>
        )}
      </div>
    ));
}
