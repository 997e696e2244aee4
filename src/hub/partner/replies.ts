// Schemas of what the care for partners replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import type {
  ChannelCare,
  ChannelPulse,
  ChannelPulseDetail,
  ChannelSettings,
  ServiceStatus,
  SettingsChange,
} from './contract.ts';

const Text = Type.Optional(Type.String());
const When = Type.Optional(Instant);
const words = (most: number) => Type.String({ minLength: 1, maxLength: most });
/** An instant that clocks and PostgreSQL both have. */
export const Moment = Type.String({
  format: 'date-time',
  maxLength: 35,
  pattern: '^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d(\\.\\d{1,3})?Z$',
  description: 'UTC, ISO 8601',
});
const MiB = 1024 * 1024;
const ms = (least: number, most: number) => Type.Integer({ minimum: least, maximum: most });
const Window = Type.Object(
  {
    from: Type.Optional(Moment),
    until: Type.Optional(Moment),
    weekday: Type.Optional(Type.Integer({ minimum: 1, maximum: 7, description: '1 = 星期一 / Monday' })),
    at: Type.Optional(
      Type.String({
        pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
        maxLength: 5,
        examples: ['02:00'],
        description: 'HH:mm, UTC+8',
      }),
    ),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
    reason: Type.Object({ zh: words(200), en: words(200) }),
  },
  { title: 'MaintenanceWindow' },
);
const limits = {
  connections: Type.Integer({ minimum: 1, maximum: 64 }),
  requestBytes: Type.Integer({ minimum: 1024, maximum: 64 * MiB }),
  answerBytes: Type.Integer({ minimum: 1024, maximum: 16 * MiB }),
  maxBytes: Type.Integer({ minimum: 1024, maximum: 4 * MiB }),
  connectMs: ms(100, 60_000),
  firstByteMs: ms(100, 300_000),
  totalMs: ms(200, 600_000),
  retryAfterMs: Type.Array(ms(100, 86_400_000), { minItems: 1, maxItems: 20 }),
};
const lists = {
  maintenance: Type.Array(Window, { maxItems: 50 }),
  tell: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 50, uniqueItems: true }),
};
const TlsException = Type.Object(
  { address: Type.String({ minLength: 1, maxLength: 2048 }), until: Moment, reason: words(500) },
  { title: 'TlsException' },
);
export const Settings = shapeOf<ChannelSettings>()(
  'ChannelSettings',
  Type.Object({
    endpoint: Type.Optional(Type.String({ minLength: 1, maxLength: 2048 })),
    hostKey: Type.Optional(
      Type.String({
        maxLength: 60,
        description: 'SFTP 主机密钥指纹 / fingerprint of the SFTP host key (ssh-keygen -lf)',
        examples: ['SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
      }),
    ),
    credential: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,60}$', maxLength: 60 })),
    ...Type.Partial(Type.Object(limits)).properties,
    withoutTls: Type.Optional(TlsException),
    ...lists,
  }),
);
export const SettingsChangeShape = shapeOf<SettingsChange>()(
  'SettingsChange',
  Type.Object({
    id: Uuid,
    channel: Type.String(),
    channelName: Both,
    settings: Settings,
    reason: Type.String(),
    effectiveFrom: Instant,
    state: Type.Enum(['proposed', 'confirmed', 'withdrawn']),
    inForce: Type.Boolean(),
    proposedBy: Type.String(),
    proposedAt: Instant,
    mine: Type.Boolean(),
    decidedBy: Text,
    decidedAt: When,
  }),
);
export const Credential = named('ChannelCredential', { name: Type.String(), keptBy: Type.String(), keptAt: Instant });
export const Care = shapeOf<ChannelCare>()(
  'ChannelCare',
  Type.Object({
    channel: Type.String(),
    channelName: Both,
    promise: Type.String(),
    endpoint: Type.String(),
    simulated: Type.Boolean(),
    counts: Type.Object({ ...limits, ...lists }),
    settings: Settings,
    since: When,
    maintenanceUntil: When,
    credentials: Type.Array(Credential),
    people: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  }),
);
const Figures = named('PulseFigures', {
  attempts: Type.Integer(),
  delivered: Type.Integer(),
  refused: Type.Integer(),
  unreachable: Type.Integer(),
  p50Ms: Type.Optional(Type.Integer()),
  p95Ms: Type.Optional(Type.Integer()),
  p99Ms: Type.Optional(Type.Integer()),
});
const pulse = {
  channel: Type.String(),
  channelName: Both,
  promise: Type.String(),
  simulated: Type.Boolean(),
  state: Type.Enum(['well', 'slow', 'failing', 'draining', 'paused', 'maintenance', 'idle']),
  breaker: Type.Enum(['closed', 'open', 'half-open']),
  probeAt: When,
  maintenanceUntil: When,
  tls: Type.Optional(
    Type.Union([
      Type.Object({ state: Type.Literal('excepted'), ...TlsException.properties }),
      Type.Object({ state: Type.Literal('refused'), address: Type.String() }),
    ]),
  ),
  queued: Type.Integer(),
  dead: Type.Integer(),
  oldestQueuedAt: When,
  nextRetryAt: When,
  lastSentAt: When,
  lastHeardAt: When,
  hour: Figures,
  day: Figures,
};
const Outage = Type.Object({ id: Uuid, since: Instant, until: When }, { title: 'Outage' });
export const Pulse = shapeOf<ChannelPulse>()('ChannelPulse', Type.Object(pulse));
export const PulseDetail = shapeOf<ChannelPulseDetail>()(
  'ChannelPulseDetail',
  Type.Object({
    ...pulse,
    kinds: Type.Array(Type.Object({ document: Type.String(), name: Both, hour: Figures, day: Figures })),
    outages: Type.Array(Outage),
  }),
);
export const Status = shapeOf<ServiceStatus>()(
  'ServiceStatus',
  Type.Object({
    at: Instant,
    simulated: Type.Boolean(),
    partners: Type.Array(
      Type.Object({
        channel: Type.String(),
        name: Both,
        authority: Text,
        state: Type.Enum(['available', 'degraded', 'unreachable', 'maintenance', 'suspended']),
        until: When,
        planned: Type.Array(Type.Object({ from: Instant, until: Instant, reason: Both })),
        hours: Type.Array(Type.Enum(['available', 'degraded', 'unreachable', 'silent'])),
        outages: Type.Array(Outage),
      }),
    ),
  }),
);
