// What a browser carries while it is at an identity provider: sealed, its own, for ten minutes (ASVS 10.1.2). Nobody else can make one, and
// what comes back without it is not heard.
import type { Context } from '../../../runtime/context.ts';
import type { Question } from '../../../runtime/identity/open-id.ts';
import { seal, unseal } from '../../../runtime/identity/seal.ts';

/** What the person wants of the answer. */
export type Purpose =
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'link'; readonly personId: string }
  | { readonly kind: 'join'; readonly token: string; readonly account: string };
export type Flow = {
  readonly provider: string;
  readonly question: Question;
  readonly purpose: Purpose;
  readonly expiresAt: string;
};
/** The provider has spoken; the code of the second factor is still missing. */
export type HalfWay = { readonly personId: string; readonly provider: string; readonly expiresAt: string };

export const FLOW_MS = 10 * 60_000;
const COOKIE = 'portico_provider';

export function flowCookie(context: Context, what: 'flow' | 'half-way', value: Flow | HalfWay | undefined): string {
  const secure = context.settings.baseUrl.startsWith('https:') ? '; Secure' : '';
  const text = value ? seal(context.settings, `provider ${what}`, JSON.stringify(value)) : '';
  const sealed = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${COOKIE}=${sealed}; Path=/api/v1; HttpOnly; SameSite=Lax; Max-Age=${value ? FLOW_MS / 1000 : 0}${secure}`;
}

/** Undefined where there is none, where it is not ours, and where it is over. */
export function readFlow<T extends Flow | HalfWay>(
  context: Context,
  what: 'flow' | 'half-way',
  cookies: string | undefined,
): T | undefined {
  const sealed = cookies
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  if (!sealed) return undefined;
  try {
    const base64 = sealed.replaceAll('-', '+').replaceAll('_', '/');
    const value = JSON.parse(unseal(context.settings, `provider ${what}`, base64)) as T;
    return Date.parse(value.expiresAt) > Date.parse(context.now) ? value : undefined;
  } catch {
    return undefined;
  }
}
