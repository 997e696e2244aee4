// Off to an identity provider: to sign in, to link it to one's own account, or to join by an invitation (P11; ASVS 10.2.1).
import { plusMs } from '../../../kernel/instant.ts';
import type { Context } from '../../../runtime/context.ts';
import { askProvider, type IdentityProvider, OpenIdFault, type Question } from '../../../runtime/identity/open-id.ts';
import { findPersonById } from '../../enterprise/index.ts';
import { openLink } from '../links.ts';
import { mustBePerson } from '../own-sessions.ts';
import { refuse } from '../refusals.ts';
import { mustKnowPassword } from '../set-password.ts';
import { FLOW_MS, flowCookie, type Purpose } from './flow-cookie.ts';

export type Asked = { readonly url: string; readonly question: Question };
export type Begun = { readonly url: string; readonly cookie: string };

export const providersOf = (context: Context): readonly IdentityProvider[] => context.settings.identityProviders ?? [];

export function providerOf(context: Context, id: string): IdentityProvider {
  const provider = providersOf(context).find((one) => one.id === id);
  if (!provider) throw refuse('PROVIDER_UNKNOWN', { provider: id.slice(0, 40) });
  return provider;
}

/** An address for each provider: an answer of one cannot be brought as another's (mix-up; ASVS 10.2.2). */
export const redirectUriOf = (context: Context, provider: IdentityProvider): string =>
  `${context.settings.baseUrl}/provider/${provider.id}`;

/** Before the transaction: the provider is asked where to go. */
export async function ask(context: Context, id: string): Promise<Asked> {
  const provider = providerOf(context, id);
  try {
    return await askProvider(provider, { redirectUri: redirectUriOf(context, provider), now: context.now });
  } catch (error) {
    if (error instanceof OpenIdFault)
      throw refuse('PROVIDER_UNREACHABLE', { zh: provider.name.zh, en: provider.name.en });
    throw error;
  }
}

function begun(context: Context, provider: string, asked: Asked, purpose: Purpose): Begun {
  const expiresAt = plusMs(context.now, FLOW_MS);
  return {
    url: asked.url,
    cookie: flowCookie(context, 'flow', { provider, question: asked.question, purpose, expiresAt }),
  };
}

/** With an invitation: whoever comes back joins by it, with the account name he chose. */
export async function beginSignIn(
  context: Context,
  given: { readonly provider: string; readonly invitation?: { readonly token: string; readonly account: string } },
  asked: Asked,
): Promise<Begun> {
  if (!given.invitation) return begun(context, given.provider, asked, { kind: 'sign-in' });
  await openLink(context, given.invitation.token, ['invitation']);
  return begun(context, given.provider, asked, { kind: 'join', ...given.invitation });
}

/** With the password: an open browser must not be enough to add a way in (ASVS 7.5.1). */
export async function beginLink(
  context: Context,
  given: { readonly provider: string; readonly current: string; readonly address: string },
  asked: Asked,
): Promise<Begun> {
  const me = mustBePerson(context);
  const person = await findPersonById(context, me.id);
  if (!person) throw new Error(`session of nobody: ${me.id}`);
  await mustKnowPassword(context, person, given);
  return begun(context, given.provider, asked, { kind: 'link', personId: me.id });
}
