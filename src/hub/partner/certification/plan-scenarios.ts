// The scenarios a partner is driven through, made of the channel itself (issue 6): each script whose answers differ is one, with what its simulator
// says to it as what is expected; then what the wire must bear, and what a partner must refuse. Pure.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { sha256Hex } from '../../../kernel/digest.ts';
import { partnerDay } from '../../../kernel/instant.ts';
import { playedBy, type Scenario, scenarios, takesBack } from '../../../runtime/simulator/scripts.ts';
import type { Channel, DocumentDefinition, EncodedDocument, InboundBytes } from '../../mapping/contract.ts';
import type { Call } from '../../../kernel/call.ts';
import { callOf, mapDocument } from '../../mapping/index.ts';
import { sampleForm, sampleOverlay } from './sample-form.ts';
import { wordsOf } from './words-of.ts';

export type Plan = {
  readonly id: string;
  readonly title: Bilingual;
  readonly document: string;
  /** Begins the case's own reference, which tells the partner's test system what to play. */
  readonly script: string;
  /** What is done to the document, or to how it is sent. */
  readonly twist:
    | 'none'
    | 'twice'
    | 'wrong-key'
    | 'oversize'
    | 'wrong-encoding'
    | 'cut-off'
    | 'unknown-kind'
    | 'broken-signature';
  /** `answers`: with exactly these words; `refuses`: a no, and nothing that takes it on; `silent`: taken, not a word. */
  readonly wants: 'answers' | 'refuses' | 'silent';
  readonly words: readonly string[];
  /** Something must also happen on the wire. */
  readonly also?: 'repeated' | 'unreadable' | 'tried-again';
  readonly limitMs: number;
};

const wire: Partial<Record<Scenario, Plan['also']>> = {
  DUPLICATE: 'repeated',
  GARBAGE: 'unreadable',
  DOWN: 'tried-again',
};
const onWire: readonly Scenario[] = ['DUPLICATE', 'DISORDER', 'SLOW', 'GARBAGE', 'DOWN', 'SILENT'];
const contents = (Object.keys(scenarios) as Scenario[]).filter((script) => !onWire.includes(script));
const USUAL_LIMIT_MS = 45_000;
const SLOW_LIMIT_MS = 120_000;

export function planScenarios(channel: Channel, now: string): Plan[] {
  const documents = channel.documents.filter(({ id }) => !takesBack(id) && writes(channel, id, now));
  const lead = documents.find((document) => wordsFor(channel, document, 'CLEAN', now).length > 0) ?? documents[0];
  if (!lead) return [];
  const answered = wordsFor(channel, lead, 'CLEAN', now);
  const plan = (document: DocumentDefinition, script: Scenario, more: Partial<Plan> = {}): Plan => ({
    id: `${document.id}/${script}`,
    title: { zh: `${document.name.zh}：${scenarios[script].zh}`, en: `${document.name.en}: ${scenarios[script].en}` },
    document: document.id,
    script,
    twist: 'none',
    wants: 'answers',
    words: wordsFor(channel, document, script, now),
    limitMs: USUAL_LIMIT_MS,
    ...more,
  });
  const twisted = (twist: Plan['twist'], zh: string, en: string): Plan =>
    plan(lead, 'CLEAN', { id: `${lead.id}/${twist}`, title: { zh, en }, twist, wants: 'refuses', words: [] });
  return [
    ...documents.flatMap((document) => distinct(contents.map((script) => plan(document, script)))),
    ...(answered.length === 0
      ? []
      : onWire.map((script) => {
          const also = wire[script];
          if (script === 'SILENT') return plan(lead, script, { wants: 'silent', words: [] });
          const limit = script === 'SLOW' ? { limitMs: SLOW_LIMIT_MS } : {};
          return plan(lead, script, { words: answered, ...(also ? { also } : {}), ...limit });
        })),
    plan(lead, 'CLEAN', {
      id: `${lead.id}/twice`,
      title: {
        zh: '同一报文投递两次：均接受，只办理一次',
        en: 'The same message delivered twice: taken twice, acted on once',
      },
      twist: 'twice',
    }),
    twisted('wrong-key', '密钥（签名凭据）错误：须拒收', 'A wrong key: must be refused'),
    twisted('oversize', '超过约定大小：须拒收', 'Larger than agreed: must be refused'),
    twisted(
      'wrong-encoding',
      '字符编码错误：须拒收',
      'Bytes that are not in the agreed character set: must be refused',
    ),
    twisted('cut-off', '报文残缺：须拒收', 'A document that is cut off: must be refused'),
    twisted('unknown-kind', '未约定的单证代码：须拒收', 'A code of a document that was not agreed: must be refused'),
    ...(isSigned(channel, lead, now)
      ? [twisted('broken-signature', '签名后被改动的报文：须拒收', 'Changed after it was signed: must be refused')]
      : []),
  ];
}

/** Where the channel speaks of signatures at all, and the document is one that an enveloped one fits into (R19). */
const isSigned = (channel: Channel, document: DocumentDefinition, now: string): boolean =>
  channel.profile.signatures !== undefined &&
  /\bxml$/.test(
    writeSample(channel, document, { reference: 'CLEAN-PLAN', clientNumber: SAMPLE_NUMBER, now }).mediaType,
  );

/** Scripts that say the same about a document are one scenario. */
function distinct(plans: readonly Plan[]): Plan[] {
  const seen = new Set<string>();
  return plans.filter(({ words }) => {
    const key = [...words].sort().join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
const writes = (channel: Channel, id: string, now: string): boolean => {
  try {
    const document = channel.documents.find((one) => one.id === id);
    if (!document) return false;
    wordsFor(channel, document, 'CLEAN', now);
    return true;
  } catch {
    // The sample case has nothing of what such a document is about.
    return false;
  }
};

/** The document as it goes out in a scenario. */
export function writeSample(
  channel: Channel,
  document: DocumentDefinition,
  given: { readonly reference: string; readonly clientNumber: string; readonly now: string },
): EncodedDocument & { readonly call?: Call } {
  const overlay = sampleOverlay(document, {
    reference: given.reference,
    clientNumber: given.clientNumber,
    now: given.now,
    day: partnerDay(given.now),
    ...(channel.authority ? { authority: channel.authority } : {}),
  });
  const form = sampleForm(given.reference);
  const mapped = mapDocument(document.fields, form, overlay, sha256Hex);
  return {
    ...document.encode(mapped, { form, overlay }),
    ...(document.call ? { call: callOf(document.call, mapped) } : {}),
  };
}

const SAMPLE_NUMBER = 'I26010100000010001';
/** What the channel's own simulator says to it, in words. */
function wordsFor(channel: Channel, document: DocumentDefinition, script: Scenario, now: string): string[] {
  const sample = { reference: `${script}-PLAN`, clientNumber: SAMPLE_NUMBER, now };
  const { bytes, call } = writeSample(channel, document, sample);
  let serial = 0;
  const world = { now, next: () => ++serial, memory: new Map<string, string>(), digest: sha256Hex };
  const said = { bytes, kind: document.id, messageId: 'plan', scenario: playedBy(script) };
  const received = { ...said, ...(call ? { call } : {}) };
  const { answer, later } = channel.simulator.react(received, world);
  const heard: InboundBytes[] = [...(answer ? [answer] : []), ...later.map((one) => one.message)];
  return heard.flatMap((message) => wordsOf(channel.interpret(message).facts));
}
