// Says in words whether a row is official or only a demonstration; never colour alone.
import { useSay } from '../../../web/language.tsx';

export function OriginMark({ official }: { official: boolean }) {
  const say = useSay();
  return official ? (
    <span className="tag tag-green">{say('官方', 'Official')}</span>
  ) : (
    <span className="tag tag-purple">{say('示范', 'Demonstration')}</span>
  );
}
