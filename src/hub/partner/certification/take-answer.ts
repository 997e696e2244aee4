// What a test system answers: kept as it is, read by the channel, and joined to the scenario it is about by its numbers. It never comes near the
// door of real messages, nor the flow.
import { sha256Hex } from '../../../kernel/digest.ts';
import type { Context } from '../../../runtime/context.ts';
import type { Channel, InboundBytes } from '../../mapping/contract.ts';
import { channelById } from '../../mapping/index.ts';
import { refuse } from '../refusals.ts';
import { clientNumberOf } from './run-scenario.ts';
import { isRunKey } from './start-certification.ts';
import {
  type CertificationRow,
  countMessages,
  findCertification,
  insertMessage,
  listMessages,
  listSteps,
  type Said,
  type StepRow,
} from './store-certifications.ts';
import { clientNumbersOf, numbersOf, wordsOf } from './words-of.ts';

const MOST_MESSAGES = 1000;
const KEPT_BYTES = 1024 * 1024;

export async function takeAnswer(
  context: Context,
  id: string,
  given: InboundBytes & { readonly bearer: string | undefined },
): Promise<{ messageId: string; digest: string }> {
  // The same no for a run that is not there: who has no key learns nothing of what there is.
  if (!isRunKey(context, id, given.bearer ?? '')) throw refuse('CERTIFICATION_KEY_WRONG');
  const row = await findCertification(context, id);
  const channel = row && channelById(row.channel);
  if (!row || !channel) throw refuse('CERTIFICATION_KEY_WRONG');
  if (row.state !== 'running') throw refuse('CERTIFICATION_ENDED');
  if (given.bytes.length > channel.profile.maxBytes)
    throw refuse('CERTIFICATION_MESSAGE_TOO_LARGE', { limit: channel.profile.maxBytes });
  if (!(await hasRoom(context, id))) throw refuse('CERTIFICATION_FULL', { most: MOST_MESSAGES });
  const kept = await keepAnswer(context, row, channel, given);
  return { messageId: kept, digest: sha256Hex(given.bytes) };
}

export const hasRoom = async (context: Context, id: string): Promise<boolean> =>
  (await countMessages(context, id)) < MOST_MESSAGES;

export async function keepAnswer(
  context: Context,
  row: CertificationRow,
  channel: Channel,
  message: InboundBytes,
): Promise<string> {
  const { words, numbers, clientNumbers, partnerMessageId } = readOf(channel, message);
  const steps = await listSteps(context, row.id);
  const begun = steps.filter((step) => step.began_at !== null);
  const ours = new Map(begun.map((step) => [clientNumberOf(row, step), step.number]));
  const step = await stepOf(context, row, numbers, ours, begun);
  const stray = clientNumbers.some((number) => !ours.has(number));
  const id = context.newId();
  const said: Said = { ...(words ? { words } : {}), numbers, ...(partnerMessageId ? { partnerMessageId } : {}), stray };
  await insertMessage(context, {
    id,
    certification_id: row.id,
    step,
    direction: 'in',
    at: context.now,
    content_type: message.contentType ?? 'application/octet-stream',
    size_bytes: message.bytes.length,
    digest: sha256Hex(message.bytes),
    bytes: message.bytes.length > KEPT_BYTES ? null : Buffer.from(message.bytes),
    outcome: words ? 'read' : 'unreadable',
    said,
  });
  return id;
}

type Read = { words?: string[]; numbers: string[]; clientNumbers: string[]; partnerMessageId?: string };
function readOf(channel: Channel, message: InboundBytes): Read {
  try {
    const { facts, partnerMessageId } = channel.interpret(message);
    return {
      words: wordsOf(facts),
      numbers: numbersOf(facts),
      clientNumbers: clientNumbersOf(facts),
      partnerMessageId,
    };
  } catch {
    return { numbers: [], clientNumbers: [] };
  }
}

/** By a number of ours, by a number that an earlier answer gave, and else the scenario under way. */
async function stepOf(
  context: Context,
  row: CertificationRow,
  numbers: readonly string[],
  ours: ReadonlyMap<string, number>,
  begun: readonly StepRow[],
): Promise<number> {
  for (const number of numbers) {
    const own = ours.get(number);
    if (own !== undefined) return own;
  }
  const earlier = await listMessages(context, row.id);
  const told = earlier.filter((one) => one.said.numbers?.some((number) => numbers.includes(number))).at(-1);
  return told?.step ?? begun.at(-1)?.number ?? 1;
}
