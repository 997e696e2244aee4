// What the port terminal says, read into facts (P3).
import { readPartnerTime } from '../../kernel/instant.ts';
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { checkEnvelope, parseEdifact, partOf, segmentsOf } from '../../runtime/codec/edifact.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

/** Message function of BGM (1225): what an earlier report said is taken back. */
const CANCELLATION = '1';

export function interpret(bytes: Uint8Array): Interpretation {
  const segments = parseEdifact(decodeText(bytes, 'utf-8'));
  checkEnvelope(segments);
  const header = segmentsOf(segments, 'UNH')[0];
  const type = partOf(header, 1);
  const begin = segmentsOf(segments, 'BGM')[0];
  const kind = partOf(begin, 0);
  const when = segmentsOf(segments, 'DTM').find((s) => ['7', '137', '132', '186'].includes(partOf(s, 0)));
  const at = readPartnerTime(partOf(when, 0, 1));
  if (!['CODECO', 'COARRI'].includes(type) || !at)
    throw new UnreadableMessage(
      `码头通道不支持 ${type}，或缺少时间`,
      `The terminal channel does not support ${type}, or the time is missing`,
    );
  const place = partOf(
    segmentsOf(segments, 'NAD').find((s) => partOf(s, 0) === 'MS'),
    1,
  );
  const containers = segmentsOf(segments, 'EQD').map((s) => partOf(s, 1));
  const releaseNumber = partOf(
    segmentsOf(segments, 'RFF').find((s) => partOf(s, 0) === 'RE'),
    0,
    1,
  );
  const facts: InboundFact[] =
    type === 'CODECO' && kind === '36'
      ? (containers.length > 0 ? containers : ['']).map((container) => ({
          fact: 'gated-out' as const,
          place,
          at,
          ...(container ? { container } : {}),
          ...(releaseNumber ? { releaseNumber } : {}),
          ...(partOf(begin, 2) === CANCELLATION ? { reversed: true as const } : {}),
        }))
      : [{ fact: 'arrived', place, arrivedAt: at, containers }];
  return { format: `${type} ${kind}`, partnerMessageId: `${partOf(segments[0], 4)}/${partOf(begin, 1)}`, facts };
}
