// What public security answers, read into facts: nothing found, a hold order, or that an order is lifted (N4, P5). What is not known of a
// message is left alone.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { isInstant } from '../../kernel/instant.ts';
import { parseNamed } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

const outcomes = ['clear', 'hold', 'lift'] as const;
/** What is held: the goods that the person or vehicle would take away, or the conveyance with everything on it. */
const objects = { goods: 'container', conveyance: 'conveyance' } as const;

export type ScreeningAnswer = {
  clientNumber: string;
  outcome: (typeof outcomes)[number];
  number: string;
  sequence: number;
  object?: keyof typeof objects;
  text: string;
  textEn?: string;
  legalBasis?: string;
  at: string;
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export function interpret(bytes: Uint8Array): Interpretation {
  const a = parseNamed(bytes, 'screeningAnswer') as Partial<ScreeningAnswer> as ScreeningAnswer;
  if (![a.clientNumber, a.number, a.text].every(isText) || !isText(a.at) || !isInstant(a.at))
    throw new UnreadableMessage('核查答复不完整', 'The answer is incomplete');
  if (!Number.isInteger(a.sequence)) throw new UnreadableMessage('核查答复没有序号', 'The answer has no sequence');
  if (!outcomes.includes(a.outcome))
    throw new UnreadableMessage(`核查结果未知：${a.outcome}`, `Unknown outcome of a screening: ${a.outcome}`);
  const object = a.object ?? 'goods';
  if (!Object.hasOwn(objects, object))
    throw new UnreadableMessage(`布控对象未知：${object}`, `Unknown object of a hold order: ${object}`);
  const about = { clientNumber: a.clientNumber };
  const text = { zh: a.text, en: isText(a.textEn) ? a.textEn : a.text };
  const facts: InboundFact[] = [
    { fact: 'answer', about, outcome: a.outcome === 'clear' ? 'acknowledged' : 'noted', text, at: a.at },
  ];
  if (a.outcome !== 'clear')
    facts.push({
      fact: 'instruction',
      authority: 'public-security',
      kind: a.outcome === 'hold' ? 'hold' : 'withdraw',
      number: a.number,
      sequence: a.sequence,
      reason: text,
      issuedAt: a.at,
      about: { ...about, objects: [], whole: objects[object] },
      ...(isText(a.legalBasis) ? { legalBasis: a.legalBasis } : {}),
    });
  return { format: `screening-answer ${a.outcome}`, partnerMessageId: `${a.number}/${a.sequence}`, facts };
}
