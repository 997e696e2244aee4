// One turn of a scenario: what is due is sent to the test system, then what has come is judged. All progress is in the database, so that another
// node, or this one after a restart, goes on where it was.
import { createSender, wayOf } from '../../../runtime/transport/open-transport.ts';
import type { PushOutcome } from '../../../runtime/transport/transport.ts';
import type { Call } from '../../../kernel/call.ts';
import type { AddressPolicy } from '../../../runtime/transport/address-guard.ts';
import type { Channel, EncodedDocument } from '../../mapping/contract.ts';
import { signThenChange } from './break-signature.ts';
import { judgeScenario, type Seen, type Verdict } from './judge-scenario.ts';
import { type Plan, writeSample } from './plan-scenarios.ts';
import type { CertificationRow, MessageRow, StepRow } from './store-certifications.ts';

/** A number of ours for each scenario: the instant of the run and the scenario's place in it. */
export const clientNumberOf = (row: Pick<CertificationRow, 'started_at'>, step: Pick<StepRow, 'number'>): string =>
  `I${String(Date.parse(row.started_at)).padStart(13, '0')}${String(step.number).padStart(4, '0')}`;
const referenceOf = (plan: Plan, row: CertificationRow, step: StepRow): string =>
  `${plan.script}-${Date.parse(row.started_at).toString(36).toUpperCase()}-${step.number}`;

type Twisted = EncodedDocument & { readonly kind: string; readonly call?: Call };
/** What goes out, with what the scenario does to it. */
export async function writeTwisted(channel: Channel, row: CertificationRow, step: StepRow): Promise<Twisted> {
  const { plan } = step;
  const document = channel.documents.find(({ id }) => id === plan.document);
  if (!document) throw new Error(`no document ${plan.document}`);
  const reference = referenceOf(plan, row, step);
  const written = writeSample(channel, document, {
    reference,
    clientNumber: clientNumberOf(row, step),
    now: row.started_at,
  });
  const bytes = Buffer.from(written.bytes);
  const middle = Math.floor(bytes.length / 2);
  switch (plan.twist) {
    case 'oversize':
      return {
        ...written,
        kind: plan.document,
        bytes: Buffer.concat([bytes, Buffer.alloc(channel.profile.budget.requestBytes, 0x20)]),
      };
    case 'wrong-encoding':
      // 0xFF stands for nothing in UTF-8, in GB18030 or in ASCII.
      return {
        ...written,
        kind: plan.document,
        bytes: Buffer.concat([bytes.subarray(0, middle), Buffer.of(0xff, 0xff, 0xff), bytes.subarray(middle)]),
      };
    case 'cut-off':
      return { ...written, kind: plan.document, bytes: bytes.subarray(0, middle) };
    case 'unknown-kind':
      return { ...written, kind: `${channel.id}.not-agreed` };
    case 'broken-signature':
      return { ...written, kind: plan.document, bytes: await signThenChange(written, row.started_at) };
    default:
      return { ...written, kind: plan.document };
  }
}

export async function sendOnce(given: {
  readonly channel: Channel;
  readonly row: CertificationRow;
  readonly step: StepRow;
  readonly written: Twisted;
  readonly key: string | undefined;
  readonly answer: { readonly url: string; readonly key: string };
  readonly guard: AddressPolicy;
}): Promise<PushOutcome> {
  const { channel, row, step, written, key, guard } = given;
  // It must be possible to send what is larger than agreed.
  const budget = { ...channel.profile.budget, connections: 1, requestBytes: written.bytes.length };
  const pusher = createSender(budget);
  const wrong = step.plan.twist === 'wrong-key';
  try {
    return await pusher.push({
      url: row.endpoint,
      ...(row.host_key ? { hostKey: row.host_key } : {}),
      ...(wrong ? { key: 'not-the-key-agreed-on' } : key ? { key } : {}),
      ...(written.call ? { call: written.call } : {}),
      bytes: written.bytes,
      contentType: `${written.mediaType}; charset=${written.charset}`,
      messageId: step.message_id,
      kind: written.kind,
      fileName: written.fileName,
      guard,
      answerTo: given.answer,
    });
  } finally {
    pusher.close();
  }
}

export function judgeStep(
  row: Pick<CertificationRow, 'endpoint'>,
  step: StepRow,
  messages: readonly Omit<MessageRow, 'bytes'>[],
  now: string,
): Verdict {
  const own = messages.filter((message) => message.step === step.number);
  const sent = own.filter((message) => message.direction === 'out');
  const heard = own.filter((message) => message.direction === 'in');
  const at = (rows: readonly { readonly at: string }[]): number =>
    Math.max(0, ...rows.map((row) => Date.parse(row.at)));
  const seen: Seen = {
    attempts: sent.map(({ outcome }) => {
      const [word = '', ...detail] = outcome.split(' ');
      return { outcome: word as PushOutcome['outcome'], detail: detail.join(' ') };
    }),
    heard: heard.map(({ digest, said }) => ({
      digest,
      stray: said.stray === true,
      ...(said.words ? { words: said.words } : {}),
      ...(said.partnerMessageId ? { partnerMessageId: said.partnerMessageId } : {}),
    })),
    sinceSentMs: Date.parse(now) - at(sent),
    quietMs: Date.parse(now) - at(own),
    saysNoByAct: ['sftp', 'nats', 'mqtt'].includes(wayOf(row.endpoint) ?? ''),
  };
  return judgeScenario(step.plan, seen);
}
