// Schemas of what subscriptions reply (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import { Entry, filterFields } from '../notices/index.ts';
import type { MessageView, SubscriptionFilter, SubscriptionMade, SubscriptionView } from './contract.ts';

const { types: _besideIt, ...fields } = filterFields;
export const SubscriptionFilterShape = shapeOf<SubscriptionFilter>()(
  'SubscriptionFilter',
  Type.Object(fields, { additionalProperties: false }),
);
const When = Type.Optional(Instant);
const subscription = {
  id: Uuid,
  name: Type.String(),
  url: Type.String({ examples: ['https://erp.example.com/portico'] }),
  eventTypes: Type.Array(Type.String({ examples: ['release.granted'] })),
  filter: SubscriptionFilterShape,
  state: Type.Enum(['active', 'paused', 'disabled']),
  createdAt: Instant,
  createdBy: Type.String(),
  lastSuccessAt: When,
  failingSince: When,
  disabledBecause: Type.Optional(Both),
  previousSecretUntil: When,
  waiting: Type.Integer(),
  hostKey: Type.Optional(Type.String({ description: 'SFTP 主机密钥指纹 / fingerprint of the host key' })),
  takesFiles: Type.Boolean({ description: '读取文件夹 to-portico 并申报 / files in to-portico are filed' }),
};
export const Subscription = shapeOf<SubscriptionView>()('Subscription', Type.Object(subscription));
export const SubscriptionWithSecret = shapeOf<SubscriptionMade>()(
  'SubscriptionWithSecret',
  Type.Object({
    ...subscription,
    secret: Type.String({ description: '只显示这一次 / shown this once', examples: ['whsec_…'] }),
  }),
);
export const Message = shapeOf<MessageView>()(
  'SubscriptionMessage',
  Type.Object({
    id: Uuid,
    seq: Type.Integer(),
    eventType: Type.String({ examples: ['release.granted'] }),
    state: Type.Enum(['queued', 'sending', 'delivered', 'failed', 'withheld']),
    attempts: Type.Integer(),
    createdAt: Instant,
    nextAttemptAt: When,
    deliveredAt: When,
    lastDetail: Type.Optional(Type.String()),
  }),
);
export const TestSent = named('TestSent', { messageId: Uuid });
export const Replayed = named('Replayed', { replayed: Type.Integer() });
/** A cursor that is given back even at the end: the program goes on from it later. */
export const EventPage = named('EventPage', {
  items: Type.Array(Entry),
  next: Type.Integer(),
  more: Type.Boolean(),
});
