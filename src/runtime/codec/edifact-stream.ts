// An interchange read as it comes, in constant memory (issue 6): one piece of bytes and one message are held, whatever the size of the whole.
import { decoderOf, syntaxIdentifierOf } from './edifact-charset.ts';
import { type EdifactMessage, EnvelopeReader, type Interchange } from './edifact-envelope.ts';
import { readAdvice, type Segment, SegmentReader } from './edifact.ts';

/** UNA, UNB and its syntax identifier stand in the first bytes; a sender may write line ends between them. */
const HEAD = 64;

export type StreamedMessage = { readonly interchange: Interchange; readonly message: EdifactMessage };

/** Each message when it is whole; counts and numbers of the envelope are checked on the way, the last of them at the end. */
export async function* readMessages(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<StreamedMessage> {
  const envelope = new EnvelopeReader();
  for await (const segments of readSegments(pieces))
    for (const segment of segments) {
      const message = envelope.take(segment);
      if (message && envelope.interchange) yield { interchange: envelope.interchange, message };
    }
  envelope.end();
}

/** The segments that end in each piece. */
export async function* readSegments(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<readonly Segment[]> {
  let head: Uint8Array = new Uint8Array();
  let begun: { readonly decoder: ReturnType<typeof decoderOf>; readonly reader: SegmentReader } | undefined;
  const begin = (bytes: Uint8Array): Segment[] => {
    const decoder = decoderOf(syntaxIdentifierOf(bytes));
    const text = decoder.write(bytes);
    const { advice, start } = readAdvice(text);
    const segments: Segment[] = [];
    const reader = new SegmentReader(advice);
    reader.push(text, start, segments);
    begun = { decoder, reader };
    return segments;
  };
  for await (const piece of pieces) {
    if (!begun) {
      head = head.length === 0 ? piece : Buffer.concat([head, piece]);
      if (head.length >= HEAD) yield begin(head);
      continue;
    }
    const segments: Segment[] = [];
    begun.reader.push(begun.decoder.write(piece), 0, segments);
    begun.reader.checkHeld(piece.length);
    yield segments;
  }
  if (!begun) yield begin(head);
  const last: Segment[] = [];
  begun?.reader.push(begun.decoder.end(), 0, last);
  begun?.reader.end();
  yield last;
}
