// A certified OpenID Provider (oidc-provider) in this process, with its own pages: any name is an account there.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export async function startIdentityProvider(client: { id: string; secret: string; redirectUri: string }) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    cookies: { keys: ['a test'] },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Goes through its pages as a browser would, signing in as `login`; answers with the query that comes back to us. */
export async function passThrough(url: string, login: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = url;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 20; step++) {
    const reply = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = reply.headers.get('location');
    if (location) {
      const next = new URL(location, at);
      if (next.href.startsWith(redirectUri)) return next.search.slice(1);
      [at, form] = [next.href, undefined];
      continue;
    }
    const page = await reply.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`${reply.status} ${at}: ${page.slice(0, 500)}`);
    [at, form] = [new URL(action, at).href, { prompt, login, password: 'anything' }];
  }
  throw new Error('the provider leads round in circles');
}
