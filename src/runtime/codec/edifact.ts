// UN/EDIFACT syntax (ISO 9735): segments to and from text, service string advice and release characters honoured. What stands around the
// messages is read in edifact-envelope.ts, character sets are in edifact-charset.ts, bytes that come in pieces in edifact-stream.ts.
import { SyntaxFault } from './edifact-fault.ts';
import { UnreadableMessage } from './unreadable.ts';

/** A segment: tag and data elements, each a list of components. */
export type Segment = readonly [tag: string, ...elements: (readonly string[])[]];
const MAX_SEGMENTS = 100_000;
/** No segment of any directory has as many elements, no element as many components; one that has is there to fill the memory. */
const MAX_PARTS = 999;
/** Of one segment that is read in pieces: what is held while its end has not come. */
const MAX_SEGMENT_LENGTH = 1024 * 1024;
const USUAL_ADVICE = ":+.? '";
const NOT_ENDED = [
  'EDIFACT 最后一段没有结束符',
  'The last EDIFACT segment is not terminated',
  'NOT_WELL_FORMED',
] as const;

/** The service characters, and where the segments begin. */
export function readAdvice(text: string): { readonly advice: string; readonly start: number } {
  const advised = text.startsWith('UNA');
  const advice = advised ? text.slice(3, 9) : USUAL_ADVICE;
  checkAdvice(advice);
  return { advice, start: advised ? 9 : 0 };
}

/** What a character does. Nearly all are data, which one look in a table tells. */
const [DATA, COMPONENT, ELEMENT, TERMINATOR, RELEASE, LINE_END] = [0, 1, 2, 3, 4, 5] as const;
const ASCII = 128;
function kindsOf(advice: string): { readonly near: Uint8Array; readonly far: ReadonlyMap<number, number> } {
  const near = new Uint8Array(ASCII);
  const far = new Map<number, number>();
  const set = (c: number, kind: number) => (c < ASCII ? (near[c] = kind) : far.set(c, kind));
  for (const c of [13, 10]) set(c, LINE_END);
  set(advice.charCodeAt(0), COMPONENT);
  set(advice.charCodeAt(1), ELEMENT);
  // A space says that there is none.
  if (advice[3] !== ' ') set(advice.charCodeAt(3), RELEASE);
  set(advice.charCodeAt(5), TERMINATOR);
  return { near, far };
}
const EMPTY: readonly string[] = [''];

/** Parts text into segments; the text may come in pieces, cut anywhere. A repetition of an element (syntax 4) stays data: no message we read has one. */
export class SegmentReader {
  readonly #kinds: ReturnType<typeof kindsOf>;
  /** The segment so far, its tag first, and the components of its last element; counted beside, so that both lists serve again. */
  readonly #parts: (string | readonly string[])[] = [];
  readonly #components: string[] = [];
  #partCount = 0;
  #componentCount = 0;
  #current = '';
  #released = false;
  #held = 0;

  constructor(advice: string = USUAL_ADVICE) {
    this.#kinds = kindsOf(advice);
  }

  /** Adds the segments that end in this piece. */
  push(text: string, from: number, into: Segment[], most = Number.POSITIVE_INFINITY): void {
    const { near, far } = this.#kinds;
    const parts = this.#parts;
    const components = this.#components;
    let partCount = this.#partCount;
    let before = this.#componentCount;
    let current = this.#current;
    let start = from;
    let i = from;
    if (this.#released && i < text.length) {
      current += text[i];
      start = i += 1;
      this.#released = false;
    }
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const kind = c < ASCII ? near[c] : (far.get(c) ?? DATA);
      if (kind === DATA) continue;
      if (i > start) current = current === '' ? text.slice(start, i) : current + text.slice(start, i);
      start = i + 1;
      if (kind === RELEASE) {
        if (start < text.length) current += text[++i];
        else this.#released = true;
        start = i + 1;
        continue;
      }
      if (kind === LINE_END) continue;
      if (before === MAX_PARTS) throw tooMany('一个元素的成分过多', 'An element has too many components', '16');
      if (kind === COMPONENT) components[before++] = current;
      else {
        // Of the tag only the name is kept: a repetition number after it says nothing here.
        if (partCount === 0) parts[0] = tagOf(before === 0 ? current : (components[0] ?? ''));
        else if (before === 0) parts[partCount] = current === '' ? EMPTY : [current];
        else if (before === 1) parts[partCount] = [components[0] ?? '', current];
        else {
          components[before] = current;
          parts[partCount] = components.slice(0, before + 1);
        }
        before = 0;
        if (partCount++ > MAX_PARTS) throw tooMany('一段的元素过多', 'A segment has too many elements', '16');
        if (kind === TERMINATOR) {
          into.push(parts.slice(0, partCount) as unknown as Segment);
          partCount = 0;
          this.#held = 0;
          if (into.length > most) throw tooMany('EDIFACT 段数过多', 'The EDIFACT message has too many segments', '35');
        }
      }
      current = '';
    }
    this.#partCount = partCount;
    this.#componentCount = before;
    this.#current = text.length > start ? current + text.slice(start) : current;
  }

  /** Asked between pieces: a segment that does not end must not fill the memory. */
  checkHeld(pushed: number): void {
    this.#held = this.#partCount > 0 || this.#current !== '' ? this.#held + pushed : 0;
    if (this.#held > MAX_SEGMENT_LENGTH)
      throw new UnreadableMessage('EDIFACT 一段过长', 'An EDIFACT segment is too long', 'TOO_LARGE');
  }

  end(): void {
    if (this.#current.trim() !== '' || this.#released || this.#partCount > 0 || this.#componentCount > 0)
      throw new SyntaxFault(...NOT_ENDED, { error: '13', tag: 'UNZ' });
  }
}

/** Three letters nearly always; senders write blanks around them. */
const tagOf = (text: string): string =>
  text.length === 3 && isLetter(text.charCodeAt(0)) && isLetter(text.charCodeAt(2)) ? text : text.trim();
const isLetter = (c: number): boolean => c >= 0x41 && c <= 0x5a;

export function parseEdifact(text: string): Segment[] {
  const { advice, start } = readAdvice(text);
  const segments: Segment[] = [];
  const reader = new SegmentReader(advice);
  reader.push(text, start, segments, MAX_SEGMENTS);
  reader.end();
  if (segments[0]?.[0] !== 'UNB')
    throw new UnreadableMessage('EDIFACT 缺少 UNB', 'The EDIFACT interchange has no UNB', 'NOT_WELL_FORMED');
  return segments;
}

/** The service string advice says which characters part the text; ones that are the same or that are data would part anything. */
function checkAdvice(advice: string): void {
  const used = [advice[0], advice[1], advice[3], advice[5]];
  if (advice.length < 6 || new Set(used).size < 4 || used.some((c) => c === undefined || /[\p{L}\p{N}\r\n]/u.test(c)))
    throw new UnreadableMessage(
      'EDIFACT 的 UNA 服务字符不可用',
      'The EDIFACT service string advice cannot be used',
      'FORBIDDEN_CONSTRUCT',
    );
}
const tooMany = (zh: string, en: string, error: string) => new SyntaxFault(zh, en, 'TOO_MANY', { error });

const escapeData = (text: string): string => text.replace(/[?+:']/g, (c) => `?${c}`);
/** In syntax 4 an asterisk would repeat an element. */
const escapeDataOfFour = (text: string): string => text.replace(/[?+:'*]/g, (c) => `?${c}`);
/** Trailing empty elements and components are left out, as the syntax asks. */
export function writeEdifact(segments: readonly Segment[], syntax: '3' | '4' = '3'): string {
  const released = syntax === '4' ? escapeDataOfFour : escapeData;
  const lines = segments.map(([tag, ...elements]) => {
    const written = elements.map((e) => {
      let last = e.length;
      while (last > 0 && e[last - 1] === '') last -= 1;
      return e.slice(0, last).map(released).join(':');
    });
    while (written.at(-1) === '') written.pop();
    return `${[tag, ...written].join('+')}'`;
  });
  if (syntax === '4') lines.unshift("UNA:+.?*'");
  return lines.join('\n').concat('\n');
}

export const segmentsOf = (segments: readonly Segment[], tag: string): readonly Segment[] =>
  segments.filter((s) => s[0] === tag);
/** Component of an element, both counted from 0. */
export const partOf = (segment: Segment | undefined, element: number, component = 0): string =>
  (segment?.[element + 1] as readonly string[] | undefined)?.[component] ?? '';
