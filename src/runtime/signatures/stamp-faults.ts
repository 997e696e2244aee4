// Whether a time stamp is of what was asked for (RFC 3161 §2.2): the rest, its certificate, is judged as of every signature.
import type { Certificate } from './certificate.ts';
import { OIDS, type TimeStampToken } from './time-stamp-answer.ts';

export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
export type StampFault =
  | 'STAMP_OF_OTHER_CONTENT'
  | 'STAMP_NOT_ASKED_FOR'
  | 'STAMP_POLICY_OTHER'
  | 'STAMP_TIME_IMPOSSIBLE';
export type StampQuestion = {
  /** SHA-256, hex. */
  readonly imprint: string;
  /** Known only while the answer is waited for; an answer without it may be an old one. */
  readonly nonce?: string;
  /** The only one that counts; absent: any. */
  readonly policy?: string;
  /** What was stamped did not exist before, and the answer had come by then; ISO 8601. */
  readonly from: string;
  readonly to: string;
};

export function stampFaults(token: TimeStampToken, asked: StampQuestion): StampFault[] {
  const { imprint } = token;
  const nonce = asked.nonce?.replace(/^(?:00)+(?=..)/, '');
  return [
    ...(imprint.algorithm !== OIDS.sha256 || imprint.value !== asked.imprint
      ? (['STAMP_OF_OTHER_CONTENT'] as const)
      : []),
    ...(nonce !== undefined && token.nonce !== nonce ? (['STAMP_NOT_ASKED_FOR'] as const) : []),
    ...(asked.policy !== undefined && token.policy !== asked.policy ? (['STAMP_POLICY_OTHER'] as const) : []),
    ...(token.at < asked.from || token.at > asked.to ? (['STAMP_TIME_IMPOSSIBLE'] as const) : []),
  ];
}

/** RFC 3161 §2.3: a certificate for stamping time is for that alone, and says so in a way that nobody may pass over. */
export const stampsTimeOnly = ({ purposes, purposesCritical }: Certificate): boolean =>
  purposesCritical && purposes?.length === 1 && purposes[0] === TIME_STAMPING;
