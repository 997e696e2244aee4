// UN/EDIFACT syntax (ISO 9735): segments to and from bytes, service string advice and release characters honoured, the
// interchange's own counts checked.
import { UnreadableMessage } from './unreadable.ts';

/** A segment: tag and data elements, each a list of components. */
export type Segment = readonly [tag: string, ...elements: (readonly string[])[]];
const MAX_SEGMENTS = 100_000;

export function parseEdifact(text: string): Segment[] {
  const advice = text.startsWith('UNA') ? text.slice(3, 9) : ":+.? '";
  const [component = ':', element = '+', , release = '?', , terminator = "'"] = advice;
  const body = text.startsWith('UNA') ? text.slice(9) : text;
  const segments: Segment[] = [];
  let elements: string[][] = [[]];
  let current = '';
  const endComponent = () => {
    elements.at(-1)?.push(current);
    current = '';
  };
  for (let i = 0; i < body.length; i++) {
    const c = body[i] as string;
    if (c === release && i + 1 < body.length) current += body[++i];
    else if (c === component) endComponent();
    else if (c === element) {
      endComponent();
      elements.push([]);
    } else if (c === terminator) {
      endComponent();
      const [[tag = ''] = [], ...data] = elements;
      segments.push([tag.trim(), ...data]);
      elements = [[]];
      if (segments.length > MAX_SEGMENTS)
        throw new UnreadableMessage('EDIFACT 段数过多', 'The EDIFACT message has too many segments');
    } else if (c !== '\r' && c !== '\n') current += c;
  }
  if (current.trim() !== '' || elements.length > 1)
    throw new UnreadableMessage('EDIFACT 最后一段没有结束符', 'The last EDIFACT segment is not terminated');
  if (segments[0]?.[0] !== 'UNB') throw new UnreadableMessage('EDIFACT 缺少 UNB', 'The EDIFACT interchange has no UNB');
  return segments;
}

/** Refuses an interchange whose own counts (UNT 0074, UNZ 0036) do not fit or that was cut short. */
export function checkEnvelope(segments: readonly Segment[]): void {
  let start = -1;
  let messages = 0;
  for (const [i, segment] of segments.entries()) {
    if (segment[0] === 'UNH') start = i;
    if (segment[0] === 'UNT') {
      messages += 1;
      if (start < 0 || Number(segment[1]?.[0]) !== i - start + 1)
        throw new UnreadableMessage('UNT 段数与实际不符', 'The segment count in UNT does not fit');
      start = -1;
    }
  }
  const end = segments.at(-1);
  if (start >= 0 || end?.[0] !== 'UNZ')
    throw new UnreadableMessage(
      'EDIFACT 报文不完整（缺少 UNT 或 UNZ）',
      'The EDIFACT interchange is cut short (no UNT or UNZ)',
    );
  if (Number(end[1]?.[0]) !== messages)
    throw new UnreadableMessage('UNZ 报文数与实际不符', 'The message count in UNZ does not fit');
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
