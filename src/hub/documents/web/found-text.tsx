// A text with what was asked for marked in it; drawn as text, whatever it holds.
import type { ReactNode } from 'react';
import { useSay } from '../../../web/language.tsx';
import type { Found } from '../contract.ts';

export function FoundText({ found }: { found: Found }) {
  const say = useSay();
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, length } of found.marks) {
    parts.push(found.text.slice(at, start), <mark key={start}>{found.text.slice(start, start + length)}</mark>);
    at = start + length;
  }
  parts.push(found.text.slice(at));
  return (
    <div className="found">
      {found.label && <span className="soft">{say(found.label)}: </span>}
      {parts}
    </div>
  );
}
