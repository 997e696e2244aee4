// Wire shapes of e-mail notices (M2): one address of one person, confirmed by himself.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { EventFilter } from '../notices/contract.ts';

/** At once, or gathered: each hour, or each morning at 08:00 (UTC+8). */
export const rhythms = ['at-once', 'hourly', 'daily'] as const;
export type Rhythm = (typeof rhythms)[number];

export type MailSettings = {
  /** False where the port office has set up no mail server. */
  readonly available: boolean;
  readonly state: 'none' | 'pending' | 'confirmed' | 'disabled';
  readonly address?: string;
  readonly rhythm: Rhythm;
  /** Null: the same as lands in the inbox by role. */
  readonly filters: readonly EventFilter[] | null;
  readonly disabledBecause?: Bilingual;
  readonly lastSentAt?: string;
};

export type MailEvents = {
  'mail.disabled': { personId: string; organisationId: string; because: Bilingual };
};
