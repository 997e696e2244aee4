// A certification is started, looked at and cancelled by the port office (issue 6). The test system is never the address that cases go to.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../../../kernel/digest.ts';
import { type Context, emitter } from '../../../runtime/context.ts';
import { type PageQuery, readPageOf } from '../../../runtime/database/read-page.ts';
import { seal, sealKeysOf } from '../../../runtime/identity/seal.ts';
import { channelById } from '../../mapping/index.ts';
import { addressPolicy, knownChannel } from '../change-settings.ts';
import { refuse } from '../refusals.ts';
import { findTestAddressFault, placeOf } from './test-address.ts';
import type { CertificationDetail, CertificationEvents, CertificationView } from '../contract.ts';
import { planScenarios } from './plan-scenarios.ts';
import {
  type CertificationRow,
  findCertification,
  findRunning,
  insertCertification,
  listMessages,
  listSteps,
  lockCertification,
  pageCertifications,
  skipOpenSteps,
  updateCertification,
} from './store-certifications.ts';

const emit = emitter<CertificationEvents>();
export const keyLabel = (id: string): string => `certification ${id}`;
/** What the test system shows with its answers: of this run only, and derived, so that it lies nowhere. */
export const runKey = ({ settings }: Pick<Context, 'settings'>, id: string): string =>
  runKeyUnder(settings.sealKey, id);
const runKeyUnder = (key: string, id: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64')).update(`certification answers ${id}`).digest('hex');
/** A run may have begun under the key before. */
export const isRunKey = ({ settings }: Pick<Context, 'settings'>, id: string, shown: string): boolean =>
  sealKeysOf(settings).some((key) =>
    timingSafeEqual(Buffer.from(sha256Hex(shown)), Buffer.from(sha256Hex(runKeyUnder(key, id)))),
  );
export const answerTo = ({ settings }: Pick<Context, 'settings'>, id: string): string =>
  new URL(`/api/v1/certifications/${id}/messages`, settings.baseUrl).href;

export async function startCertification(
  context: Context,
  wanted: {
    readonly channel: string;
    readonly endpoint: string;
    readonly key?: string;
    readonly hostKey?: string;
    readonly contact: string;
  },
): Promise<CertificationDetail> {
  const channel = knownChannel(wanted.channel);
  const fault = findTestAddressFault(wanted, addressPolicy(context));
  if (fault) throw refuse('CERTIFICATION_ADDRESS_NOT_ALLOWED', { endpoint: wanted.endpoint, ...fault });
  const real = context.settings.endpointOf?.(channel.id);
  if (real && placeOf(real) === placeOf(wanted.endpoint))
    throw refuse('CERTIFICATION_OF_REAL_ADDRESS', { endpoint: wanted.endpoint });
  if (await findRunning(context, channel.id))
    throw refuse('CERTIFICATION_RUNNING', { zh: channel.name.zh, en: channel.name.en });
  const plans = planScenarios(channel, context.now);
  const id = context.newId();
  const row: CertificationRow = {
    id,
    channel: channel.id,
    endpoint: wanted.endpoint,
    sealed_key: wanted.key ? seal(context.settings, keyLabel(id), wanted.key) : null,
    host_key: wanted.hostKey ?? null,
    contact: wanted.contact,
    profile_digest: sha256Hex(
      Buffer.from(
        JSON.stringify([
          channel.profile,
          channel.documents.map(({ id: d, fields }) => [d, fields]),
          plans.map(({ id: p, words }) => [p, words]),
        ]),
      ),
    ),
    state: 'running',
    scenarios: plans.length,
    passed: 0,
    failed: 0,
    started_by_id: context.actor.id,
    started_by: context.actor.name,
    started_at: context.now,
    ended_at: null,
    ended_by: null,
    report: null,
    leased_until: null,
  };
  await insertCertification(
    context,
    row,
    plans.map((plan, i) => ({
      certification_id: id,
      number: i + 1,
      plan,
      state: 'pending',
      findings: [],
      message_id: context.newId(),
      attempts: 0,
      began_at: null,
      sent_at: null,
      ended_at: null,
    })),
  );
  const { endpoint } = row;
  await emit(context, 'certification.started', id, {
    certificationId: id,
    channel: row.channel,
    endpoint,
    scenarios: plans.length,
  });
  return readCertification(context, id);
}

/** Scenarios that have not ended are left out; what has been found stays. */
export async function cancelCertification(context: Context, id: string): Promise<CertificationView> {
  const row = await lockCertification(context, id);
  if (!row) throw refuse('CERTIFICATION_UNKNOWN');
  if (row.state === 'cancelled') return viewOf(row);
  if (row.state === 'finished') throw refuse('CERTIFICATION_ENDED');
  await skipOpenSteps(context, id);
  const change = { state: 'cancelled', ended_at: context.now, ended_by: context.actor.name } as const;
  await updateCertification(context, id, change);
  await emit(context, 'certification.cancelled', id, { certificationId: id, channel: row.channel });
  return viewOf({ ...row, ...change });
}

export async function readCertifications(
  context: Context,
  channel: string,
  query: PageQuery,
): Promise<{ items: CertificationView[]; next?: string }> {
  knownChannel(channel);
  const { rows, next } = await readPageOf(query, (page) => pageCertifications(context, channel, page));
  return { items: rows.map(viewOf), ...next };
}
export async function readCertification(context: Context, id: string): Promise<CertificationDetail> {
  const row = await findCertification(context, id);
  if (!row) throw refuse('CERTIFICATION_UNKNOWN');
  return { ...(await detailOf(context, row)), answerTo: answerTo(context, id) };
}

export async function detailOf(
  context: Context,
  row: CertificationRow,
): Promise<Omit<CertificationDetail, 'answerTo'>> {
  const [steps, messages] = [await listSteps(context, row.id), await listMessages(context, row.id)];
  return {
    ...viewOf(row),
    profileDigest: row.profile_digest,
    steps: steps.map((step) => ({
      number: step.number,
      scenario: step.plan.id,
      title: step.plan.title,
      wants: step.plan.wants,
      expected: step.plan.words,
      state: step.state,
      findings: step.findings,
      ...(step.ended_at ? { endedAt: step.ended_at } : {}),
      messages: messages
        .filter((message) => message.step === step.number)
        .map((message) => ({
          id: message.id,
          direction: message.direction,
          at: message.at,
          sizeBytes: message.size_bytes,
          digest: message.digest,
          outcome: message.outcome,
          says: message.said.words ?? [],
        })),
    })),
  };
}
const viewOf = (row: CertificationRow): CertificationView => ({
  id: row.id,
  channel: row.channel,
  channelName: channelById(row.channel)?.name ?? { zh: row.channel, en: row.channel },
  endpoint: row.endpoint,
  contact: row.contact,
  state: row.state,
  scenarios: row.scenarios,
  passed: row.passed,
  failed: row.failed,
  startedBy: row.started_by,
  startedAt: row.started_at,
  ...(row.ended_at ? { endedAt: row.ended_at } : {}),
  ...(row.ended_by ? { endedBy: row.ended_by } : {}),
});
