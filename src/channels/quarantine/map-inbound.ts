// What inspection and quarantine says (回执, 通关单), read into facts (N2, P5). What is not known of a message is left alone.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { findNode, parseXml, textAt } from '../../runtime/codec/xml.ts';

type Step = {
  readonly outcome: 'acknowledged' | 'rejected' | 'noted';
  readonly instruction?: 'inspect' | 'release' | 'refuse' | 'hold';
};
/** 受理, 退回, 施检, 签发通关单, 不合格, 暂扣. */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['accepted', { outcome: 'acknowledged' }],
  ['returned', { outcome: 'rejected' }],
  ['inspect', { outcome: 'noted', instruction: 'inspect' }],
  ['held', { outcome: 'noted', instruction: 'hold' }],
  ['certificate', { outcome: 'noted', instruction: 'release' }],
  ['unfit', { outcome: 'rejected', instruction: 'refuse' }],
]);
/** Samples are taken of the units; the word on the whole is one on the declaration and its goods. */
const wholes = { inspect: 'container', hold: 'container', release: 'declaration', refuse: 'declaration' } as const;
const LEGAL_BASIS = '《进出口商品检验法》第五条、《进出境动植物检疫法》第二条';

export function interpret(bytes: Uint8Array): Interpretation {
  const receipt = findNode(parseXml(bytes), 'CiqReceipt');
  const text = (path: string) => textAt(receipt, path);
  const [number, sequence, at] = [text('Number'), text('Sequence'), readPartnerTime(text('At'))];
  const client = text('ClientNumber');
  if (!number || !/^\d{1,15}$/.test(sequence) || !at || !(client || text('CertificateNumber')))
    throw new UnreadableMessage('检验检疫回执不完整', 'The quarantine receipt is incomplete');
  const step = steps.get(text('Step'));
  if (!step) throw new UnreadableMessage(`回执环节未知：${text('Step')}`, `Unknown step of a receipt: ${text('Step')}`);
  const certificate = text('CertificateNumber');
  const about = { ...(client ? { clientNumber: client } : {}), partnerNumber: number };
  const words = { zh: text('Text') || text('Step'), en: text('TextEn') || text('Text') || text('Step') };
  const row = text('Row');
  const facts: InboundFact[] = [
    {
      fact: 'answer',
      about,
      outcome: step.outcome,
      text: certificate ? { zh: `${words.zh}（${certificate}）`, en: `${words.en} (${certificate})` } : words,
      partnerNumber: certificate || number,
      at,
      ...(text('Field') ? { partnerField: text('Field') } : {}),
      ...(/^[1-9]\d{0,4}$/.test(row) ? { row: Number(row) - 1 } : {}),
    },
  ];
  const tell = (kind: 'inspect' | 'release' | 'refuse' | 'hold', whole: 'container' | 'declaration'): InboundFact => ({
    fact: 'instruction',
    authority: 'quarantine',
    kind,
    number,
    sequence: Number(sequence),
    reason: words,
    legalBasis: LEGAL_BASIS,
    issuedAt: at,
    about: { ...about, objects: [], whole },
    ...(kind === 'inspect' ? { requirements: { inspectionKind: 'sampling' as const, samples: true } } : {}),
  });
  if (step.instruction) {
    facts.push(tell(step.instruction, wholes[step.instruction]));
    // The certificate also ends what was ordered of the units.
    if (step.instruction === 'release') facts.push(tell('release', 'container'));
  }
  return { format: `CiqReceipt ${text('Step')}`, partnerMessageId: `${number}/${sequence}`, facts };
}
