// What was checked and whether it holds, one line each; read out as it comes.
import type { Bilingual } from '../kernel/bilingual.ts';
import { useSay } from './language.tsx';

export function CheckList({ checks }: { checks: readonly { readonly holds: boolean; readonly text: Bilingual }[] }) {
  const say = useSay();
  return (
    <ul className="checks" aria-live="polite">
      {checks.map((check) => (
        <li key={check.text.en} className={check.holds ? 'good' : 'bad'}>
          <strong>{check.holds ? say('✓ 成立', '✓ Holds') : say('✗ 不成立', '✗ Does not hold')}</strong>{' '}
          {say(check.text)}
        </li>
      ))}
    </ul>
  );
}
