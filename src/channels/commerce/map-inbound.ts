// What commerce says, read into facts (P3).
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { isInstant } from '../../kernel/instant.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { readNotice } from './read-notice.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

export type Verdict = {
  clientNumber: string;
  verdict: 'verified' | 'not-found' | 'exhausted';
  number: string;
  sequence: number;
  text: string;
  textEn: string;
  at: string;
  /** Which field of ours is meant, e.g. `licences/number`, and in which of its rows, from 1. */
  field?: string;
  row?: number;
};

export function interpret(bytes: Uint8Array): Interpretation {
  const said = parseJson(bytes) as { readonly licenceVerdict?: unknown; readonly licenceNotice?: unknown } | null;
  if (said?.licenceNotice) return readNotice(said.licenceNotice);
  if (typeof said?.licenceVerdict !== 'object' || said.licenceVerdict === null)
    throw new UnreadableMessage(
      '报文中没有 licenceVerdict 或 licenceNotice',
      'There is neither licenceVerdict nor licenceNotice in it',
    );
  const v = said.licenceVerdict as Partial<Verdict> as Verdict;
  if (!v.clientNumber || !isInstant(v.at) || !['verified', 'not-found', 'exhausted'].includes(v.verdict))
    throw new UnreadableMessage('许可证核查结果不完整', 'The licence verdict is incomplete');
  const text = { zh: v.text, en: v.textEn };
  const ok = v.verdict === 'verified';
  const about = { clientNumber: v.clientNumber };
  const facts: InboundFact[] = [
    {
      fact: 'answer',
      about,
      // A licence that is not good is the trader's to mend: the answer leads to its box.
      outcome: ok ? 'acknowledged' : 'rejected',
      text,
      at: v.at,
      partnerNumber: v.number,
      ...(v.field ? { partnerField: v.field } : {}),
      ...(v.row ? { row: v.row - 1 } : {}),
    },
    {
      fact: 'instruction',
      authority: 'commerce',
      kind: ok ? 'release' : 'hold',
      number: v.number,
      sequence: v.sequence,
      reason: text,
      issuedAt: v.at,
      legalBasis: '《货物进出口管理条例》',
      about: { ...about, objects: [], whole: 'declaration' },
    },
  ];
  return { format: 'licence-verdict', partnerMessageId: `${v.number}/${v.sequence}`, facts };
}
