// A no with a body says more than its number: the channel's own words of it stand with the dead letter, for whoever mends the document (P10). They
// are the partner's and go into no log.
import type { PushOutcome } from '../../../runtime/transport/transport.ts';
import type { Channel } from '../../mapping/contract.ts';

const MOST = 300;

export function explainRefusal(channel: Pick<Channel, 'explains'>, result: PushOutcome): PushOutcome {
  if (result.outcome !== 'refused' || !result.answer) return result;
  const said = textOf(channel, result.answer);
  return said ? { ...result, detail: `${result.detail} ${said}` } : result;
}

/** Whatever a partner writes there, the refusal stands. */
function textOf(
  channel: Pick<Channel, 'explains'>,
  answer: { readonly bytes: Uint8Array; readonly contentType: string },
) {
  try {
    const text = channel.explains?.(answer);
    return text
      ?.replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, MOST)
      .toWellFormed();
  } catch {
    return undefined;
  }
}
