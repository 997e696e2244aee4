// Seeded damage to bytes, and small documents to damage; the same seed does the same harm (R15).
export type Chance = { next(): number; below(n: number): number; pick<T>(from: readonly T[]): T };

/** mulberry32: small, fast, good enough to choose with. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: <T>(from: readonly T[]) => {
      const [first] = from;
      if (first === undefined) throw new RangeError('nothing to pick from');
      return from[below(from.length)] ?? first;
    },
  };
}

const fragments = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE a>',
  '&',
  '&lt;',
  '&#10;',
  '&#0;',
  '&#x1F600;',
  '"',
  "'",
  '=',
  ' xmlns="u"',
  ' xmlns:p="u"',
  ' p:a="1"',
  'p:',
  ' a="b"',
  '\0',
  '\r\n',
  '\t',
  '\uFEFF',
  '一',
  '😀',
  '{',
  '}',
  '[',
  ']',
  '"__proto__":',
  ':',
  ',',
  '+',
  "?'",
  "'",
  "UNA:+.? '",
  "UNT+1+1'",
  '=1+1',
  '\n',
  '-',
  '0',
  '99999999999999999999',
  'e+400',
  '1970-01-01T00:00:00Z',
  '\\u0000',
  '\\ud800',
].map((text) => Buffer.from(text, 'utf-8'));

/** One to four wounds: bytes flipped, cut, doubled, moved, or a fragment put in. */
export function damage(chance: Chance, bytes: Uint8Array): Uint8Array {
  let now = Buffer.from(bytes);
  for (let wounds = 1 + chance.below(4); wounds > 0; wounds--) {
    const at = chance.below(now.length + 1);
    const to = Math.min(now.length, at + 1 + chance.below(40));
    const [head, part, tail] = [now.subarray(0, at), now.subarray(at, to), now.subarray(to)];
    switch (chance.below(7)) {
      case 0:
        now = Buffer.concat([head, tail]);
        break;
      case 1:
        now = Buffer.concat([head, part, part, tail]);
        break;
      case 2:
        now = Buffer.concat([tail, part, head]);
        break;
      case 3:
        now = Buffer.from(head);
        break;
      case 4: {
        const copy = Buffer.from(now);
        if (at < copy.length) copy[at] = chance.below(256);
        now = copy;
        break;
      }
      default:
        now = Buffer.concat([head, chance.pick(fragments), part, tail]);
    }
  }
  return now;
}

/** Grows a well-formed document of elements, attributes, namespaces, comments, CDATA and references. */
export function growXml(chance: Chance): string {
  const name = () => chance.pick(['a', 'b', 'Decl', 'p:c', '中文', 'x-1.2', '_n']);
  const value = () => chance.pick(['', '1', 'a b', '&amp;', '&#x4E2D;', '\t', '一&lt;二', "it's"]);
  const element = (depth: number): string => {
    const tag = name();
    const attributes = new Set(
      Array.from({ length: chance.below(3) }, () => chance.pick(['a', 'b', 'p:a', 'c1', 'xml:lang'])),
    );
    const written =
      [...attributes].map((a) => ` ${a}="${value()}"`).join('') + (chance.below(6) === 0 ? ' xmlns="v"' : '');
    const inside = Array.from({ length: depth > 4 ? 0 : chance.below(4) }, () => {
      switch (chance.below(7)) {
        case 0:
          return '<!-- c -->';
        case 1:
          return '<![CDATA[<&]]>';
        case 2:
          return '<?pi x?>';
        case 3:
          return value();
        default:
          return element(depth + 1);
      }
    }).join(chance.pick(['', '\n', ' ']));
    return inside === '' && chance.below(2) === 0 ? `<${tag}${written}/>` : `<${tag}${written}>${inside}</${tag} >`;
  };
  return `<r xmlns:p="urn:p">${element(0)}${element(0)}</r>`;
}
