// NATS_URL as the client takes it: `nats://user:password@host:4222`, or `tls://…`; several with commas.
export type NatsServers = { readonly servers: string[]; readonly user?: string; readonly pass?: string };

export function natsServers(text: string): NatsServers {
  const urls = text.split(',').map((one) => new URL(one.trim()));
  const [first] = urls;
  const given = first && first.username !== '' ? first : undefined;
  return {
    servers: urls.map((url) => `${url.protocol}//${url.host}`),
    ...(given ? { user: decodeURIComponent(given.username), pass: decodeURIComponent(given.password) } : {}),
  };
}
