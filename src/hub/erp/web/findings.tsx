// What is wrong with a shipment of a file, each with line, column, value and remedy (N12, P10).
import { useSay } from '../../../web/language.tsx';
import type { PlacedFinding } from '../contract.ts';

const place = (one: PlacedFinding, say: ReturnType<typeof useSay>): string =>
  [one.row === undefined ? '' : say(`第 ${one.row} 行`, `line ${one.row}`), one.column ?? one.path, one.value]
    .filter(Boolean)
    .join(' · ');

/** What is wrong stands open; what is missing, often most of a short sheet, behind a word. */
export function Findings({ of }: { of: readonly PlacedFinding[] }) {
  const say = useSay();
  const missing = of.filter((one) => one.value === undefined);
  return (
    <>
      <Lines of={of.filter((one) => one.value !== undefined)} />
      {missing.length > 0 && (
        <details>
          <summary>{say(`另有 ${missing.length} 项待补`, `${missing.length} more to fill in`)}</summary>
          <Lines of={missing} />
        </details>
      )}
    </>
  );
}

function Lines({ of }: { of: readonly PlacedFinding[] }) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map((one) => (
        <li key={`${one.rule} ${one.path} ${one.row} ${one.column}`}>
          <code>{place(one, say)}</code> {say(one.message)} <span className="soft">{say(one.remedy)}</span>
        </li>
      ))}
    </ul>
  );
}
