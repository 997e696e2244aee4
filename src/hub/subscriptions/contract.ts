// Wire shapes of subscriptions (M2, P3): webhooks after the Standard Webhooks specification, and the pull with a cursor.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { EventFilter } from '../notices/contract.ts';

export type SubscriptionState = 'active' | 'paused' | 'disabled';
/** The types stand beside it, in `eventTypes`. */
export type SubscriptionFilter = Omit<EventFilter, 'types'>;
export type SubscriptionView = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Empty: every type of event. */
  readonly eventTypes: readonly string[];
  readonly filter: SubscriptionFilter;
  readonly state: SubscriptionState;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly lastSuccessAt?: string;
  readonly failingSince?: string;
  readonly disabledBecause?: Bilingual;
  /** Until then the previous secret signs too. */
  readonly previousSecretUntil?: string;
  readonly waiting: number;
  /** Of an SFTP folder: the fingerprint its host key must have. */
  readonly hostKey?: string;
  /** Files laid into the folder are filed (N12). */
  readonly takesFiles: boolean;
};
/** The secret is in this answer and nowhere else. */
export type SubscriptionMade = SubscriptionView & { readonly secret: string };

export type MessageState = 'queued' | 'sending' | 'delivered' | 'failed' | 'withheld';
export type MessageView = {
  /** Also the `webhook-id` header of every attempt. */
  readonly id: string;
  readonly seq: number;
  readonly eventType: string;
  readonly state: MessageState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAttemptAt?: string;
  readonly deliveredAt?: string;
  readonly lastDetail?: string;
};

/** `host`: where it goes, without the path, which may hold a secret of the receiver's. */
export type SubscriptionEvents = {
  'subscription.made': { subscriptionId: string; organisationId: string; host: string; eventTypes: readonly string[] };
  'subscription.changed': { subscriptionId: string; organisationId: string; host: string; fields: readonly string[] };
  'subscription.deleted': { subscriptionId: string; organisationId: string; host: string };
  'subscription.secret-renewed': { subscriptionId: string; organisationId: string; host: string };
  'subscription.replayed': { subscriptionId: string; organisationId: string; host: string; count: number };
  'subscription.tested': { subscriptionId: string; organisationId: string; host: string };
  'subscription.disabled': { subscriptionId: string; organisationId: string; because: Bilingual };
};
