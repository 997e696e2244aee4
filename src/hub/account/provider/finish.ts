// Back from an identity provider (P11; ASVS 6.8, 10.5): what it says is checked before the transaction, used once in it. Nobody is known by an
// e-mail address: an identity is linked by its person's own act or by an invitation. A second factor here is asked for all the same; what
// a provider says of its own is not believed (ASVS 6.8.4).
import { sha256Hex } from '../../../kernel/digest.ts';
import { plusMs } from '../../../kernel/instant.ts';
import { type Context, emitter } from '../../../runtime/context.ts';
import { hearProvider, OpenIdFault, type Subject } from '../../../runtime/identity/open-id.ts';
import { findPersonById, listPlaces, type Person } from '../../enterprise/index.ts';
import type { AccountEvents } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { judgeCode } from '../second-factor.ts';
import { type Opened, openSession } from '../sign-in.ts';
import { joinByProvider } from '../staff/invite.ts';
import { findIdentity, insertIdentity, noteIdentityUse, spendAnswer } from '../store-identities.ts';
import { countFailure, forgetFailures, refuseDelayed, waitBefore } from '../throttle.ts';
import { providerOf, redirectUriOf } from './begin.ts';
import { type Flow, FLOW_MS, flowCookie, type HalfWay, readFlow } from './flow-cookie.ts';

const emit = emitter<AccountEvents>();

type From = { readonly address: string; readonly userAgent: string | undefined };
export type Heard = { readonly flow: Flow; readonly subject: Subject };
export type Finished = {
  readonly outcome: 'signed-in' | 'linked' | 'joined' | 'code-needed';
  readonly opened?: Opened;
  /** Ends what the browser carried, or carries the rest of the way. */
  readonly cookie: string;
};

/** Before the transaction: the browser's own question, and the provider's answer to it. */
export async function hear(
  context: Context,
  given: { readonly provider: string; readonly query: string; readonly cookies: string | undefined },
): Promise<Heard> {
  const provider = providerOf(context, given.provider);
  const flow = readFlow<Flow>(context, 'flow', given.cookies);
  if (!flow || flow.provider !== provider.id) throw refuse('PROVIDER_ANSWER_INVALID');
  try {
    const redirectUri = redirectUriOf(context, provider);
    const subject = await hearProvider(provider, {
      redirectUri,
      query: given.query,
      question: flow.question,
      now: context.now,
    });
    return { flow, subject };
  } catch (error) {
    if (!(error instanceof OpenIdFault)) throw error;
    const name = { zh: provider.name.zh, en: provider.name.en };
    if (error.kind === 'unreachable') throw refuse('PROVIDER_UNREACHABLE', name);
    throw error.kind === 'denied' ? refuse('PROVIDER_DENIED', name) : refuse('PROVIDER_ANSWER_INVALID');
  }
}

export async function finish(context: Context, { flow, subject }: Heard, from: From): Promise<Finished> {
  if (!(await spendAnswer(context, sha256Hex(flow.question.state), plusMs(context.now, FLOW_MS))))
    throw refuse('PROVIDER_ANSWER_INVALID');
  const { purpose } = flow;
  if (purpose.kind === 'link') return link(context, flow.provider, subject, purpose.personId);
  if (purpose.kind === 'join') await join(context, flow.provider, subject, purpose);
  const done = await enter(context, flow.provider, subject, from);
  return purpose.kind === 'join' && done.opened ? { ...done, outcome: 'joined' } : done;
}

/** Only in the session that asked. */
async function link(context: Context, provider: string, subject: Subject, personId: string): Promise<Finished> {
  if (context.actor.kind !== 'person' || context.actor.id !== personId) throw refuse('PROVIDER_ANSWER_INVALID');
  const known = await findIdentity(context, subject);
  if (known && known.person_id !== personId) throw refuse('IDENTITY_TAKEN');
  const id = context.newId();
  if (!known && (await insertIdentity(context, { ...subject, id, personId, provider })))
    await emit(context, 'identity.linked', personId, { personId, provider });
  return { outcome: 'linked', cookie: flowCookie(context, 'flow', undefined) };
}

/** Whoever has the identity already joins with his account; else one is made that has no password. */
async function join(
  context: Context,
  provider: string,
  subject: Subject,
  by: { readonly token: string; readonly account: string },
): Promise<void> {
  const known = await findIdentity(context, subject);
  const personId = await joinByProvider(context, { ...by, ...(known ? { personId: known.person_id } : {}) });
  if (known) return;
  await insertIdentity(context, { ...subject, id: context.newId(), personId, provider });
  await emit(context, 'identity.linked', personId, { personId, provider });
}

async function enter(context: Context, provider: string, subject: Subject, from: From): Promise<Finished> {
  context.keepIfRefused();
  const known = await findIdentity(context, subject);
  const person = known && (await findPersonById(context, known.person_id));
  const places = person ? await listPlaces(context, person.id) : [];
  if (!known || !person || places.length === 0) {
    await emit(context, 'session.refused', person?.id ?? 'unknown-account', {
      ...(person ? { personId: person.id } : {}),
      because: 'unknown-identity',
      address: from.address,
    });
    throw refuse('IDENTITY_UNKNOWN');
  }
  await noteIdentityUse(context, known.id);
  if ((await judgeCode(context, person, undefined)) === 'needed') {
    const expiresAt = plusMs(context.now, FLOW_MS);
    const cookie = flowCookie(context, 'half-way', { personId: person.id, provider, expiresAt });
    return { outcome: 'code-needed', cookie };
  }
  return open(context, person, { provider, factors: 1, from });
}

async function open(
  context: Context,
  person: Person,
  { provider, factors, from }: { readonly provider: string; readonly factors: 1 | 2; readonly from: From },
): Promise<Finished> {
  const [place] = await listPlaces(context, person.id);
  if (!place) throw refuse('IDENTITY_UNKNOWN');
  const opened = await openSession(context, person, {
    ...from,
    organisationId: place.organisation_id,
    factors,
    provider,
  });
  return { outcome: 'signed-in', opened, cookie: flowCookie(context, 'flow', undefined) };
}

/** The code of the authenticator, after the provider has spoken; guesses count like those at a sign-in. */
export async function finishWithCode(
  context: Context,
  given: From & { readonly code: string; readonly cookies: string | undefined },
): Promise<Finished> {
  const halfWay = readFlow<HalfWay>(context, 'half-way', given.cookies);
  const person = halfWay && (await findPersonById(context, halfWay.personId));
  if (!halfWay || !person) throw refuse('PROVIDER_ANSWER_INVALID');
  context.keepIfRefused();
  const attempt = { account: `code of ${person.id}`, address: given.address };
  const seconds = await waitBefore(context, attempt);
  if (seconds > 0) throw refuseDelayed(seconds);
  if ((await judgeCode(context, person, given.code)) !== 'right') {
    await emit(context, 'session.refused', person.id, {
      personId: person.id,
      because: 'wrong-code',
      address: given.address,
    });
    const { failures, until } = await countFailure(context, attempt);
    if (until) await emit(context, 'account.delayed', person.id, { personId: person.id, failures, until });
    throw refuse('SECOND_FACTOR_WRONG');
  }
  await forgetFailures(context, attempt.account);
  return open(context, person, { provider: halfWay.provider, factors: 2, from: given });
}
