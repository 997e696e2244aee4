// Drives the runs that are under way, one turn after the other, on whichever node gets the lease (issue 6).
import { sha256Hex } from '../../../kernel/digest.ts';
import { createLoop, type Loop } from '../../../runtime/loop.ts';
import { type Context, emitter, portico } from '../../../runtime/context.ts';
import { unseal } from '../../../runtime/identity/seal.ts';
import { isCollected } from '../../../runtime/transport/open-transport.ts';
import type { UnitOfWork } from '../../../runtime/unit-of-work.ts';
import type { Channel } from '../../mapping/contract.ts';
import { channelById } from '../../mapping/index.ts';
import { addressPolicy } from '../change-settings.ts';
import type { CertificationEvents } from '../contract.ts';
import { type AnswerReader, createAnswerReader } from './read-answers.ts';
import { judgeStep, sendOnce, writeTwisted } from './run-scenario.ts';
import { signReport } from './sign-report.ts';
import { answerTo, keyLabel, runKey } from './start-certification.ts';
import {
  type CertificationRow,
  insertMessage,
  listMessages,
  listSteps,
  lockCertification,
  type StepRow,
  takeRun,
  updateCertification,
  updateStep,
} from './store-certifications.ts';
import { keepAnswer } from './take-answer.ts';

const emit = emitter<CertificationEvents>();
const LOOK_MS = 300;
/** Longer than a turn takes: a push is cut off after ten seconds or what the profile says. */
const LEASE_MS = 60_000;
const KEPT_BYTES = 1024 * 1024;

export const createCertificationRunner = (options: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop => {
  const answers = createAnswerReader(options.unitOfWork);
  const loop = createLoop({
    name: 'certifications',
    pollMs: LOOK_MS,
    onFault: options.onFault,
    step: async () => {
      const { unitOfWork } = options;
      const row = await unitOfWork.run(portico, (context) => takeRun(context, LEASE_MS));
      if (!row) return false;
      try {
        return await turn(unitOfWork, row, answers);
      } finally {
        await unitOfWork.run(portico, (context) => updateCertification(context, row.id, { leased_until: null }));
      }
    },
  });
  return {
    ...loop,
    stop: async () => {
      await loop.stop();
      answers.close();
    },
  };
};

/** True when something moved and the next turn may follow at once. */
async function turn(unitOfWork: UnitOfWork, row: CertificationRow, answers: AnswerReader): Promise<boolean> {
  const channel = channelById(row.channel);
  const steps = await unitOfWork.read(portico, (context) => listSteps(context, row.id));
  const step = steps.find((one) => one.ended_at === null);
  if (!channel || !step) {
    await unitOfWork.run(portico, (context) => finish(context, row.id));
    answers.forget(row.id);
    return true;
  }
  // Asked before the first document goes: what a broker keeps it keeps for who has asked.
  if (isCollected(row.endpoint)) await answers.read(row, channel);
  if (step.state === 'pending' || step.state === 'sending') {
    await send(unitOfWork, row, step, channel);
    return true;
  }
  return unitOfWork.run(portico, async (context) => {
    const verdict = judgeStep(row, step, await listMessages(context, row.id, step.number), context.now);
    if (verdict.state === 'waiting') return false;
    if (verdict.state === 'again') await updateStep(context, step, { state: 'sending' });
    else await end(context, step, verdict.state, verdict.state === 'failed' ? verdict.findings : []);
    return true;
  });
}

async function send(unitOfWork: UnitOfWork, row: CertificationRow, step: StepRow, channel: Channel): Promise<void> {
  const written = await writeTwisted(channel, row, step);
  // Known before anything goes out: an answer may be faster than the word that it went.
  const ready = await unitOfWork.run(portico, async (context) => {
    await updateStep(context, step, { state: 'sending', began_at: step.began_at ?? context.now });

    return {
      key: row.sealed_key ? unseal(context.settings, keyLabel(row.id), row.sealed_key) : undefined,
      answer: { url: answerTo(context, row.id), key: runKey(context, row.id) },
      guard: addressPolicy(context),
    };
  });
  const times = step.plan.twist === 'twice' && step.attempts === 0 ? 2 : 1;
  for (let i = 1; i <= times; i += 1) {
    const outcome = await sendOnce({ channel, row, step, written, ...ready });
    await unitOfWork.run(portico, async (context) => {
      await insertMessage(context, {
        id: context.newId(),
        certification_id: row.id,
        step: step.number,
        direction: 'out',
        at: context.now,
        content_type: `${written.mediaType}; charset=${written.charset}`,
        size_bytes: written.bytes.length,
        digest: sha256Hex(written.bytes),
        bytes: written.bytes.length > KEPT_BYTES ? null : Buffer.from(written.bytes),
        outcome: `${outcome.outcome} ${outcome.detail}`,
        said: {},
      });
      if (outcome.outcome === 'delivered' && outcome.answer) await keepAnswer(context, row, channel, outcome.answer);
      const change = { attempts: step.attempts + i, sent_at: context.now };
      await updateStep(context, step, i === times ? { ...change, state: 'waiting' } : change);
    });
  }
}

/** Nothing is changed any more in a run that was cancelled meanwhile. */
async function end(
  context: Context,
  step: StepRow,
  state: 'passed' | 'failed',
  findings: StepRow['findings'],
): Promise<void> {
  const row = await lockCertification(context, step.certification_id);
  if (row?.state !== 'running') return;
  await updateStep(context, step, { state, findings, ended_at: context.now });
  await updateCertification(
    context,
    row.id,
    state === 'passed' ? { passed: row.passed + 1 } : { failed: row.failed + 1 },
  );
}

async function finish(context: Context, id: string): Promise<void> {
  const row = await lockCertification(context, id);
  if (row?.state !== 'running') return;
  const ended = { state: 'finished', ended_at: context.now, ended_by: context.actor.name } as const;
  const report = await signReport(context, { ...row, ...ended });
  await updateCertification(context, id, { ...ended, report });
  const { passed, failed, channel } = row;
  await emit(context, 'certification.finished', id, {
    certificationId: id,
    channel,
    passed,
    failed,
    reportDigest: sha256Hex(report),
  });
}
