// Two people keep the same yard, holiday or officer, pure (P6): whoever saves says which version he saw; where it is another by now nothing is
// written, and he is told what stands there and what he would put in its place.
import { contentDigest } from '../../../kernel/digest.ts';
import type { Finding } from '../../../kernel/finding.ts';

const LENGTH = 16;
/** Taken over what is kept, so that what another version of the program wrote is noticed too. */
export const revisionOfEntry = (entry: object): string => contentDigest(entry).slice(0, LENGTH);

type Entry = Readonly<Record<string, unknown>>;
/** Empty where the entry is the one that was seen; `seen` absent: there was none. The first names the version that stands now. */
export function changesSince(stands: Entry | undefined, mine: Entry, seen: string | undefined): readonly Finding[] {
  const now = stands && revisionOfEntry(stands);
  if (now === seen) return [];
  const rule = { rule: 'nobody-changed-it-meanwhile', ruleVersion: '1', severity: 'error' } as const;
  const remedy = {
    zh: '取用现有内容，或以现在的版本号（proposal）再次保存',
    en: 'Take what stands, or save again with the revision that stands (proposal)',
  };
  const fields = [...new Set([...Object.keys(stands ?? {}), ...Object.keys(mine)])].sort();
  return [
    {
      ...rule,
      path: 'revision',
      ...(seen === undefined ? {} : { value: seen }),
      message: now
        ? { zh: `现在的版本号是 ${now}`, en: `the revision that stands is ${now}` }
        : { zh: '该记录已不存在', en: 'it is there no longer' },
      remedy,
      ...(now ? { proposal: now } : {}),
    },
    ...fields.flatMap((path): Finding[] => {
      const [theirs, own] = [shown(stands?.[path]), shown(mine[path])];
      if (theirs === own) return [];
      const message = {
        zh: `现为 ${theirs || '空'}；您要保存 ${own || '空'}`,
        en: `is ${theirs || 'empty'}; yours ${own || 'empty'}`,
      };
      return [{ ...rule, path, value: own, message, remedy }];
    }),
  ];
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const MOST = 400;
/** As somebody reads it: `A1 (scanner); A2`, `1,2,3 08:00–20:00 GUOYUAN-INSP`. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const parts = value.map(shown);
    return parts.join(value.some((one) => typeof one === 'object') ? '; ' : ',').slice(0, MOST);
  }
  if (typeof value !== 'object') return String(value);
  const { weekdays, fromMinute, toMinute, ...rest } = value as Entry;
  const hours =
    weekdays === undefined ? [] : [`${shown(weekdays)} ${clock(Number(fromMinute))}–${clock(Number(toMinute))}`];
  const others = Object.keys(rest)
    .sort()
    .flatMap((key) => {
      const one = rest[key];
      if (one === false || (Array.isArray(one) && one.length === 0)) return [];
      return [one === true ? key : Array.isArray(one) ? `(${shown(one)})` : shown(one)];
    });
  return [...hours, ...others].join(' ');
}
