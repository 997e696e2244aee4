// What the port terminal says, read into facts (P3): moves (CODECO, COARRI), bay plans (BAPLIE), the flat files of Chinese ports, and what it
// thinks of our orders (CONTRL, APERAK).
import type { InboundBytes, InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { answersOfEdifact, notSpoken } from '../../hub/mapping/index.ts';
import { decodeEdifact } from '../../runtime/codec/edifact-charset.ts';
import {
  type EdifactMessage,
  type Interchange,
  peekEdifact,
  readEnvelope,
} from '../../runtime/codec/edifact-envelope.ts';
import { parseEdifact, partOf } from '../../runtime/codec/edifact.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { interpretFlatFile, isFlatFile } from './read-flat-file.ts';
import { readMoves } from './read-moves.ts';
import { readBayPlan } from './read-bay-plan.ts';

const spoken = new Set(['CODECO', 'COARRI', 'BAPLIE', 'COPARN', 'COREOR', 'COPRAR']);
/** Authorities acknowledge too, in their own names; every other acknowledgement is a terminal's. */
export function recognises({ bytes }: InboundBytes): boolean {
  if (isFlatFile(bytes)) return true;
  const found = peekEdifact(bytes);
  // Of barges their operators tell (N11).
  if (found?.type === 'IFTSTA') return false;
  return found !== undefined && (spoken.has(found.type) || !/^CN-(MSA|NIA)$/.test(found.sender));
}

export function interpret({ bytes }: InboundBytes): Interpretation {
  if (isFlatFile(bytes)) return interpretFlatFile(bytes);
  const { interchange, messages } = readEnvelope(parseEdifact(decodeEdifact(bytes)));
  const [first] = messages;
  if (!first) throw new UnreadableMessage('EDIFACT 中没有报文', 'The EDIFACT interchange has no message');
  const begin = first.segments.find((segment) => segment[0] === 'BGM');
  const kind = [first.type, partOf(begin, 0)].filter((part) => part !== '').join(' ');
  return {
    format: kind,
    partnerMessageId: `${interchange.reference}/${partOf(begin, 1) || first.reference}`,
    facts: messages.flatMap((message) => factsOf(message, interchange)),
  };
}

function factsOf(message: EdifactMessage, interchange: Interchange): readonly InboundFact[] {
  if (message.type === 'CODECO' || message.type === 'COARRI') return readMoves(message);
  if (message.type === 'BAPLIE') return [readBayPlan(message)];
  const answers = answersOfEdifact(message, interchange);
  if (answers) return answers;
  throw notSpoken(message, `码头通道不支持 ${message.type}`, `The terminal channel does not support ${message.type}`);
}
