// Wire shapes of the audit trail and its exports (P4; R18, R25).
import type { Bilingual } from '../../kernel/bilingual.ts';

/** One event of the trail as the auditor sees it. */
export type TrailEntry = {
  readonly position: number;
  /** Asks for the proof: it is in every export. */
  readonly receiptId: string;
  readonly type: string;
  /** In words, where the timeline has some. */
  readonly text?: Bilingual;
  readonly subject: string;
  readonly at: string;
  readonly by: { readonly kind: string; readonly id: string; readonly name: string; readonly organisationId?: string };
  readonly traceId?: string;
  /** The payload as JSON; what was erased is not there. */
  readonly content: string;
};
export type TrailPage = {
  readonly items: readonly TrailEntry[];
  readonly next?: string;
  /** How far back this page looked, when it found less than it may hold. */
  readonly lookedBackTo?: string;
};

export type ExportState = 'working' | 'ready' | 'expired';
export type AuditExport = {
  readonly id: string;
  readonly reason: string;
  readonly wanted: {
    readonly shipmentId?: string;
    readonly organisationId?: string;
    readonly from?: string;
    readonly to?: string;
  };
  readonly state: ExportState;
  readonly askedBy: string;
  readonly askedAt: string;
  /** Of the trail that is gone through, in whole per cent. */
  readonly progress: number;
  readonly receipts: number;
  /** Files to fetch; each is a bundle by itself. */
  readonly volumes: number;
  /** SHA-256 over the lists of digests of all volumes; it stands in the ledger. */
  readonly digest?: string;
  readonly endedAt?: string;
};

/** What happens to records that are over their time: moved whole out of the tables in use, deleted, or nothing by itself. */
export type RetentionEffect = 'archived' | 'deleted' | 'kept';
export type RetentionClass = {
  readonly id: string;
  readonly name: Bilingual;
  readonly what: Bilingual;
  readonly effect: RetentionEffect;
  /** Days; absent: everything is kept. */
  readonly keepDays?: number;
  /** Where the days come from: two persons, the site's configuration, or what is usual. */
  readonly source?: 'decision' | 'configuration' | 'usual';
  /** Fewer days than this nobody can decide. */
  readonly leastDays: number;
  readonly basis: Bilingual;
};
export type RetentionChangeState = 'proposed' | 'active' | 'withdrawn' | 'replaced';
export type RetentionChange = {
  readonly id: string;
  readonly classId: string;
  readonly className: Bilingual;
  readonly keepDays: number;
  readonly basis: string;
  readonly reason: string;
  readonly state: RetentionChangeState;
  readonly proposedBy: string;
  readonly proposedAt: string;
  /** Whoever reads it proposed it: somebody else confirms. */
  readonly mine: boolean;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
};

export type AuditEvents = {
  /** Who looked into the trail for what; the first page of a search. */
  'audit.trail-read': { wanted: string };
  'audit.export-asked': { exportId: string; wanted: string; reason: string };
  'audit.export-ready': { exportId: string; wanted: string; receipts: number; volumes: number; digest: string };
  'audit.export-fetched': { exportId: string; volume: number };
  'retention.proposed': { changeId: string; classId: string; keepDays: number; basis: string; reason: string };
  'retention.confirmed': { changeId: string; classId: string; keepDays: number };
  'retention.withdrawn': { changeId: string; classId: string };
  /** A partition went whole into schema `archive`; nothing was deleted. */
  'records.archived': { classId: string; partition: string; keepDays: number };
  'records.removed': { classId: string; count: number; keepDays: number };
  /** Keys by the names made of their digests; `by`: the one in use. */
  'seal-key.retired': { keyId: string; by: string; resealed: number };
  'seal-key.forgotten': { keyId: string };
};
