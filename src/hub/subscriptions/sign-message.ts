// Signs a message after the Standard Webhooks specification: HMAC-SHA256 over `id.timestamp.body`, base64, prefix `v1,`;
// while a secret is being changed both sign, separated by a space. Pure.
import { createHmac } from 'node:crypto';

export const SECRET_PREFIX = 'whsec_';

export function signMessage(message: {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  readonly body: string;
  /** `whsec_` and base64; the newest first. */
  readonly secrets: readonly string[];
}): Record<string, string> {
  const content = `${message.id}.${message.timestamp}.${message.body}`;
  const signatures = message.secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
