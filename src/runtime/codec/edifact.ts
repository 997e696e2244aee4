// UN/EDIFACT syntax (ISO 9735): segments to and from bytes, service string advice and release characters honoured, the
// interchange's own counts checked.
import { UnreadableMessage } from './unreadable.ts';

/** A segment: tag and data elements, each a list of components. */
export type Segment = readonly [tag: string, ...elements: (readonly string[])[]];
const MAX_SEGMENTS = 100_000;
/** No segment of any directory has as many elements, no element as many components; one that has is there to fill the memory. */
const MAX_PARTS = 999;

export function parseEdifact(text: string): Segment[] {
  const advised = text.startsWith('UNA');
  const advice = advised ? text.slice(3, 9) : ":+.? '";
  checkAdvice(advice);
  const [component, element, , said, , terminator] = Array.from({ length: 6 }, (_, i) => advice.charCodeAt(i));
  // A space says that there is none.
  const release = said === 0x20 ? -1 : said;
  const segments: Segment[] = [];
  let elements: string[][] = [];
  let components: string[] = [];
  let current = '';
  let start = advised ? 9 : 0;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // Tested first and together, because nearly every character is none of them.
    if (c !== component && c !== element && c !== terminator && c !== release && c !== 13 && c !== 10) continue;
    if (i > start) current += text.slice(start, i);
    start = i + 1;
    if (c === release) {
      if (start < text.length) current += text[++i];
      start = i + 1;
    } else if (c !== 13 && c !== 10) {
      components.push(current);
      current = '';
      if (components.length > MAX_PARTS) throw tooMany('一个元素的成分过多', 'An element has too many components');
      if (c === component) continue;
      elements.push(components);
      components = [];
      if (elements.length > MAX_PARTS) throw tooMany('一段的元素过多', 'A segment has too many elements');
      if (c === element) continue;
      const [[tag = ''] = [], ...data] = elements;
      segments.push([tag.trim(), ...data]);
      elements = [];
      if (segments.length > MAX_SEGMENTS)
        throw tooMany('EDIFACT 段数过多', 'The EDIFACT message has too many segments');
    }
  }
  current += text.slice(start);
  if (current.trim() !== '' || elements.length > 0 || components.length > 0)
    throw new UnreadableMessage(
      'EDIFACT 最后一段没有结束符',
      'The last EDIFACT segment is not terminated',
      'NOT_WELL_FORMED',
    );
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
const tooMany = (zh: string, en: string) => new UnreadableMessage(zh, en, 'TOO_MANY');

/** Refuses an interchange whose own counts (UNT 0074, UNZ 0036) do not fit or that was cut short. */
export function checkEnvelope(segments: readonly Segment[]): void {
  let start = -1;
  let messages = 0;
  for (const [i, segment] of segments.entries()) {
    if (segment[0] === 'UNH') start = i;
    if (segment[0] === 'UNT') {
      messages += 1;
      if (start < 0 || Number(segment[1]?.[0]) !== i - start + 1)
        throw new UnreadableMessage('UNT 段数与实际不符', 'The segment count in UNT does not fit', 'NOT_WELL_FORMED');
      start = -1;
    }
  }
  const end = segments.at(-1);
  if (start >= 0 || end?.[0] !== 'UNZ')
    throw new UnreadableMessage(
      'EDIFACT 报文不完整（缺少 UNT 或 UNZ）',
      'The EDIFACT interchange is cut short (no UNT or UNZ)',
      'NOT_WELL_FORMED',
    );
  if (Number(end[1]?.[0]) !== messages)
    throw new UnreadableMessage('UNZ 报文数与实际不符', 'The message count in UNZ does not fit', 'NOT_WELL_FORMED');
}

const escapeData = (text: string): string => text.replace(/[?+:']/g, (c) => `?${c}`);
/** Trailing empty elements and components are left out, as the syntax asks. */
export function writeEdifact(segments: readonly Segment[]): string {
  return segments
    .map(([tag, ...elements]) => {
      const written = elements.map((e) => e.map(escapeData).join(':').replace(/:+$/, ''));
      while (written.at(-1) === '') written.pop();
      return `${[tag, ...written].join('+')}'`;
    })
    .join('\n')
    .concat('\n');
}

export const segmentsOf = (segments: readonly Segment[], tag: string): readonly Segment[] =>
  segments.filter((s) => s[0] === tag);
/** Component of an element, both counted from 0. */
export const partOf = (segment: Segment | undefined, element: number, component = 0): string =>
  (segment?.[element + 1] as readonly string[] | undefined)?.[component] ?? '';
