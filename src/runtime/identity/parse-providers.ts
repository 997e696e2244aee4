// Identity providers as the environment names them: PORTICO_OIDC_GOVERNMENT_ISSUER, …_CLIENT_ID, …_CLIENT_SECRET, …_NAME are of `government`.
import type { Bad, Env } from '../bad-setting.ts';
import type { IdentityProvider } from './open-id.ts';

export function parseIdentityProviders(
  env: Env,
  production: boolean,
  bad: Bad,
): readonly IdentityProvider[] | undefined {
  const found: IdentityProvider[] = [];
  for (const [variable, issuer] of Object.entries(env)) {
    const [, name] = /^PORTICO_OIDC_([A-Z][A-Z0-9_]{0,39})_ISSUER$/.exec(variable) ?? [];
    if (!name || !issuer) continue;
    const of = (what: string) => env[`PORTICO_OIDC_${name}_${what}`] ?? '';
    if (!isIssuer(issuer, production))
      bad(
        variable,
        issuer,
        '应为 https 网址，不带 ? 与 #（演示模式也可用 http）',
        'must be an https address without ? and # (http in demo mode only)',
      );
    for (const what of ['CLIENT_ID', 'CLIENT_SECRET'])
      if (of(what) === '')
        bad(
          `PORTICO_OIDC_${name}_${what}`,
          undefined,
          '须由身份提供方登记后给出',
          'is given by the provider on registration',
        );
    const id = name.toLowerCase().replaceAll('_', '-');
    const [zh = id, en = zh] = (of('NAME') || id).split('|').map((part) => part.trim());
    found.push({ id, name: { zh, en }, issuer, clientId: of('CLIENT_ID'), clientSecret: of('CLIENT_SECRET') });
  }
  return found.length > 0 ? found : undefined;
}

function isIssuer(text: string, production: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username } = new URL(text);
  return (protocol === 'https:' || (protocol === 'http:' && !production)) && search + hash + username === '';
}
