// Forms of SQL that stop traffic on a table in use (R24): what a migration may not contain unless it says, in a line `-- safe: …`,
// why it does no harm. A table made in the same file is nobody's yet.
type Form = { readonly pattern: RegExp; readonly instead: string };

const TABLE = String.raw`(?:if exists )?(?:only )?([\w."]+)`;
const forms: readonly Form[] = [
  {
    pattern: new RegExp(String.raw`\bcreate (?:unique )?index (?!concurrently)[\s\S]*?\bon ${TABLE}`, 'gi'),
    instead: 'create index concurrently if not exists, in a file that begins "-- outside a transaction"',
  },
  {
    pattern: new RegExp(
      String.raw`\balter table ${TABLE}[^;]*?\badd column (?:(?!default|add column)[^;])*?\bnot null(?![^;,]*\bdefault\b)`,
      'gi',
    ),
    instead: 'a default that is a constant, or null until all writers give it',
  },
  {
    pattern: new RegExp(String.raw`\balter table ${TABLE}[^;]*?\bdrop column\b`, 'gi'),
    instead: 'leave it one version longer; the version before still reads it',
  },
  { pattern: new RegExp(String.raw`\bdrop table ${TABLE}`, 'gi'), instead: 'leave it one version longer' },
  {
    pattern: new RegExp(String.raw`\balter (?:table|index) ${TABLE}[^;]*?\brename\b`, 'gi'),
    instead: 'add, write both, move over, drop later',
  },
  {
    pattern: new RegExp(String.raw`\balter table ${TABLE}[^;]*?\balter (?:column )?\w+ (?:set data )?type\b`, 'gi'),
    instead: 'a new column beside it',
  },
  {
    pattern: new RegExp(String.raw`\balter table ${TABLE}[^;]*?\balter (?:column )?\w+ set not null\b`, 'gi'),
    instead: 'a check "not valid", validated afterwards',
  },
  {
    pattern: new RegExp(
      String.raw`\balter table ${TABLE}[^;]*?\badd (?:constraint \w+ )?(?:check|foreign key|unique|primary key|exclude)\b(?![^;]*\bnot valid\b)`,
      'gi',
    ),
    instead: 'the constraint "not valid", validated in a later statement',
  },
  { pattern: new RegExp(String.raw`^\s*update ${TABLE}`, 'gim'), instead: 'a job that goes in small steps' },
  { pattern: new RegExp(String.raw`^\s*delete from ${TABLE}`, 'gim'), instead: 'a job that goes in small steps' },
  {
    pattern: new RegExp(
      String.raw`\b(?:lock table|vacuum full|cluster|reindex (?:table|index) (?!concurrently)|refresh materialized view (?!concurrently)|truncate) ?${TABLE}`,
      'gi',
    ),
    instead: 'nothing that locks readers out',
  },
];

/** One line each: what blocks, and what to write instead. */
export function blockingForms(text: string): string[] {
  if (/^-- safe: \S.{20,}$/m.test(text)) return [];
  const code = text.replace(/--[^\n]*/g, '');
  const own = new Set(
    [...code.matchAll(/\bcreate (?:unlogged )?table (?:if not exists )?([\w."]+)/gi)].map((m) => m[1]),
  );
  return forms.flatMap(({ pattern, instead }) =>
    [...code.matchAll(pattern)]
      .filter((m) => !own.has(m[1]))
      .map((m) => `"${m[0].trim().replace(/\s+/g, ' ').slice(0, 90)}": ${instead}`),
  );
}
