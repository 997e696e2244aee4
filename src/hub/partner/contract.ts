// Wire shapes of the care for partners: settings, health, status and certification of channels (issue 6; B16 三(二)).
import type { Bilingual } from '../../kernel/bilingual.ts';

/** The partner's system is looked after: dated (`from`, `until`) or every week (`weekday` 1 = Monday, `at` HH:mm UTC+8, `minutes`). */
export type MaintenanceWindow = {
  readonly from?: string;
  readonly until?: string;
  readonly weekday?: number;
  readonly at?: string;
  readonly minutes?: number;
  /** Published. */
  readonly reason: Bilingual;
};
/** Why and until when a channel may be reached at this address without TLS; another address is not meant. */
export type TlsException = { readonly address: string; readonly until: string; readonly reason: string };
/** What is set for a channel beyond its profile; an absent field is as the profile says. */
export type ChannelSettings = {
  /** https, or sftp together with `hostKey`. */
  readonly endpoint?: string;
  /** `SHA256:…` of the SSH host key, as the partner has told it: no authority vouches for it. */
  readonly hostKey?: string;
  /** Name of a kept credential; absent: the configured key. */
  readonly credential?: string;
  readonly connections?: number;
  readonly requestBytes?: number;
  readonly answerBytes?: number;
  readonly maxBytes?: number;
  readonly connectMs?: number;
  readonly firstByteMs?: number;
  readonly totalMs?: number;
  readonly retryAfterMs?: readonly number[];
  readonly maintenance: readonly MaintenanceWindow[];
  /** Counts in production; absent: never. */
  readonly withoutTls?: TlsException;
  /** Persons who are told when it breaks; none: everybody who runs the exchange. */
  readonly tell: readonly string[];
};
export type SettingsChangeState = 'proposed' | 'confirmed' | 'withdrawn';
export type SettingsChange = {
  readonly id: string;
  readonly channel: string;
  readonly channelName: Bilingual;
  readonly settings: ChannelSettings;
  readonly reason: string;
  readonly effectiveFrom: string;
  readonly state: SettingsChangeState;
  /** Counts now. */
  readonly inForce: boolean;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly mine: boolean;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
};
/** What counts for a channel at this moment, and what there is to choose from. */
export type ChannelCare = {
  readonly channel: string;
  readonly channelName: Bilingual;
  readonly promise: string;
  /** Where documents go now, wherever that was said. */
  readonly endpoint: string;
  readonly simulated: boolean;
  /** Profile and settings together. */
  readonly counts: Required<Omit<ChannelSettings, 'endpoint' | 'hostKey' | 'credential' | 'withoutTls'>>;
  /** What is set beyond the profile. */
  readonly settings: ChannelSettings;
  readonly since?: string;
  readonly maintenanceUntil?: string;
  readonly credentials: readonly { readonly name: string; readonly keptBy: string; readonly keptAt: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

export type PartnerEvents = {
  'channel-settings.proposed': {
    changeId: string;
    channel: string;
    settings: ChannelSettings;
    effectiveFrom: string;
    reason: string;
  };
  'channel-settings.confirmed': { changeId: string; channel: string; effectiveFrom: string };
  'channel-settings.withdrawn': { changeId: string; channel: string };
  /** The secret itself is nowhere but sealed. */
  'channel-credential.kept': { channel: string; name: string };
  /** A partner is away, is back, or a document to it has died: for the people who are named. */
  'partner.troubled': {
    channel: string;
    trouble: PartnerTrouble;
    organisationId: string;
    personIds: readonly string[];
    document?: string;
  };
};
export type PartnerTrouble = 'away' | 'back' | 'dead-letter';

/** How attempts went in a time; percentiles are the upper ends of buckets that grow by a fourth of a doubling. */
export type PulseFigures = {
  readonly attempts: number;
  readonly delivered: number;
  readonly refused: number;
  readonly unreachable: number;
  readonly p50Ms?: number;
  readonly p95Ms?: number;
  readonly p99Ms?: number;
};
export type ChannelPulse = {
  readonly channel: string;
  readonly channelName: Bilingual;
  readonly promise: string;
  readonly simulated: boolean;
  readonly state: 'well' | 'slow' | 'failing' | 'draining' | 'paused' | 'maintenance' | 'idle';
  readonly breaker: 'closed' | 'open' | 'half-open';
  readonly probeAt?: string;
  readonly maintenanceUntil?: string;
  /** Its address has no TLS: allowed for a time, or nothing goes out. */
  readonly tls?:
    | ({ readonly state: 'excepted' } & TlsException)
    | { readonly state: 'refused'; readonly address: string };
  readonly queued: number;
  readonly dead: number;
  readonly oldestQueuedAt?: string;
  readonly nextRetryAt?: string;
  readonly lastSentAt?: string;
  readonly lastHeardAt?: string;
  readonly hour: PulseFigures;
  readonly day: PulseFigures;
};
export type ChannelPulseDetail = ChannelPulse & {
  readonly kinds: readonly {
    readonly document: string;
    readonly name: Bilingual;
    readonly hour: PulseFigures;
    readonly day: PulseFigures;
  }[];
  readonly outages: readonly { readonly id: string; readonly since: string; readonly until?: string }[];
};

/** What everybody may know: whether a partner can be reached, and when it will not be. */
export type PartnerAvailability = 'available' | 'degraded' | 'unreachable' | 'maintenance' | 'suspended';
export type ReachedHour = 'available' | 'degraded' | 'unreachable' | 'silent';
export type ServiceStatus = {
  readonly at: string;
  /** The far ends are simulators. */
  readonly simulated: boolean;
  readonly partners: readonly {
    readonly channel: string;
    readonly name: Bilingual;
    readonly authority?: string;
    readonly state: PartnerAvailability;
    readonly until?: string;
    readonly planned: readonly { readonly from: string; readonly until: string; readonly reason: Bilingual }[];
    /** The last 24 hours, oldest first: whether it could be reached, or `silent` where nobody tried. */
    readonly hours: readonly ReachedHour[];
    readonly outages: readonly { readonly id: string; readonly since: string; readonly until?: string }[];
  }[];
};

// Certification: a run, its scenarios, what went and came, and the report that is signed.
export type CertificationState = 'running' | 'cancelled' | 'finished';
export type ScenarioState = 'pending' | 'sending' | 'waiting' | 'passed' | 'failed' | 'skipped';
export type CertificationView = {
  readonly id: string;
  readonly channel: string;
  readonly channelName: Bilingual;
  readonly endpoint: string;
  /** Who at the partner answers for its test system. */
  readonly contact: string;
  readonly state: CertificationState;
  readonly scenarios: number;
  readonly passed: number;
  readonly failed: number;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly endedBy?: string;
};
export type CertificationMessage = {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly at: string;
  readonly sizeBytes: number;
  readonly digest: string;
  readonly outcome: string;
  readonly says: readonly string[];
};
export type CertificationDetail = CertificationView & {
  /** Where the test system posts its answers, with the run's key as bearer token. */
  readonly answerTo: string;
  readonly profileDigest: string;
  readonly steps: readonly {
    readonly number: number;
    readonly scenario: string;
    readonly title: Bilingual;
    readonly wants: 'answers' | 'refuses' | 'silent';
    readonly expected: readonly string[];
    readonly state: ScenarioState;
    readonly findings: readonly Bilingual[];
    readonly endedAt?: string;
    readonly messages: readonly CertificationMessage[];
  }[];
};
/** What is signed. */
export type CertificationReport = Omit<CertificationDetail, 'answerTo'> & {
  readonly issuer: string;
  readonly passedAll: boolean;
  /** The partner's test system was one of our simulators, or the platform a demonstration. */
  readonly demonstration: boolean;
};
/** The file: the report as compact JWS, with the messages as they were. */
export type CertificationFile = {
  readonly report: string;
  readonly messages: readonly { readonly digest: string; readonly contentType: string; readonly base64: string }[];
};

export type CertificationEvents = {
  'certification.started': { certificationId: string; channel: string; endpoint: string; scenarios: number };
  'certification.cancelled': { certificationId: string; channel: string };
  'certification.finished': {
    certificationId: string;
    channel: string;
    passed: number;
    failed: number;
    reportDigest: string;
  };
};

const wordNames: Readonly<Record<string, Bilingual>> = {
  'answer acknowledged': { zh: '受理', en: 'acknowledged' },
  'answer noted': { zh: '告知', en: 'noted' },
  'answer rejected': { zh: '退单', en: 'rejected' },
  'instruction inspect': { zh: '查验指令', en: 'inspect' },
  'instruction hold': { zh: '布控指令', en: 'hold' },
  'instruction release': { zh: '放行指令', en: 'release' },
  'instruction conditional-release': { zh: '附条件放行指令', en: 'conditional release' },
  'instruction refuse': { zh: '不予放行指令', en: 'refuse' },
  'instruction withdraw': { zh: '撤回指令', en: 'withdraw' },
  file: { zh: '文件', en: 'file' },
  declared: { zh: '申报', en: 'declaration' },
  manifested: { zh: '舱单', en: 'manifest' },
  arrived: { zh: '运抵', en: 'arrival' },
  'gated-out': { zh: '出场', en: 'gate-out' },
  'tax-billed': { zh: '税单', en: 'tax bill' },
  'tax-confirmed': { zh: '税款入库', en: 'tax confirmed' },
};
/** What a message says, as people read it; a rejection names the field. */
export function nameWord(word: string): Bilingual {
  const known = wordNames[word];
  if (known) return known;
  const field = word.startsWith('answer rejected ') ? word.slice('answer rejected '.length) : undefined;
  return field === undefined ? { zh: word, en: word } : { zh: `退单（${field}）`, en: `rejected (${field})` };
}
