// First letters of the Chinese reading, so that `cq` finds 重庆: by the collation order of ICU, which Node carries, with
// the words whose usual reading is not the one a character sorts by.
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
/** The first character of each letter in pinyin order; no reading begins with i, u or v. */
const borders = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'];
const letters = 'abcdefghjklmnopqrstwxyz';
const spoken: readonly (readonly [word: string, initials: string])[] = [
  ['重庆', 'cq'],
  ['长寿', 'cs'],
  ['长沙', 'cs'],
  ['长春', 'cc'],
  ['长滩', 'ct'],
  ['厦门', 'xm'],
  ['朝鲜', 'cx'],
  ['银行', 'yh'],
  ['西藏', 'xz'],
  ['单晶', 'dj'],
];
const known = new Map<string, string>();

export function pinyinInitials(text: string): string {
  let rest = text;
  for (const [word, initials] of spoken) rest = rest.replaceAll(word, initials);
  return [...rest].map(initialOf).join('');
}

function initialOf(char: string): string {
  if (/[0-9a-z]/i.test(char)) return char.toLowerCase();
  if (!/\p{Script=Han}/u.test(char)) return '';
  const seen = known.get(char);
  if (seen !== undefined) return seen;
  let position = -1;
  while (position + 1 < borders.length && collator.compare(char, borders[position + 1] ?? '') >= 0) position++;
  const initial = letters.charAt(position);
  known.set(char, initial);
  return initial;
}
