// Wire shapes of the document library: everything written, received or attached, each version kept (P2, B16 三(一)2(1)).
import type { Bilingual } from '../../kernel/bilingual.ts';

export type DocumentEvents = {
  /** A party kept a paper of its own with the case. */
  'document.attached': { documentId: string; shipmentId: string; digest: string; bytes: number; mediaType: string };
  /** By whoever attached it, before anything was filed with it. */
  'document.taken-away': { documentId: string; shipmentId: string; digest: string };
  /** An officer, a station or the port office looked at what another party wrote. */
  'document.viewed': { documentId: string; kind: string; content: boolean };
};

export type DocumentView = {
  readonly id: string;
  readonly kind: string;
  readonly name: Bilingual;
  readonly flow: 'outbound' | 'inbound' | 'attachment';
  readonly channel?: string;
  readonly channelName?: Bilingual;
  readonly shipmentId?: string;
  /** The version of the shipment it was written from. */
  readonly shipmentVersion?: number;
  readonly mediaType: string;
  readonly charset?: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly digest: string;
  readonly createdAt: string;
  readonly simulated: boolean;
  /** Attachments only. `unscanned`: no scanner is configured. Others than the uploader get the bytes when `clean` or `unscanned`. */
  readonly scan?: {
    readonly state: 'unscanned' | 'scanning' | 'clean' | 'infected' | 'unscannable';
    /** The virus’s name, or why it cannot be looked at. */
    readonly text?: string;
    readonly at?: string;
  };
  /** Attachments of the reader's own that were there at no filing: they can be taken away, unless a test result names them. */
  readonly unfiled?: true;
  readonly delivery?: {
    readonly id: string;
    readonly state: string;
    readonly attempts: number;
    readonly deliveredAt?: string;
  };
  /** Inbound documents that answered this one. */
  readonly receipts: readonly { readonly documentId: string; readonly receivedAt: string; readonly text: Bilingual }[];
};

/** Where words that were asked for stand in a text; positions in UTF-16 units of `text`. */
export type Found = {
  readonly label?: Bilingual;
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly length: number }[];
};

export const libraryFlows = ['form', 'outbound', 'inbound', 'attachment'] as const;
export type LibraryFlow = (typeof libraryFlows)[number];

/** A filed form (`id` is the case's) or a document. */
export type LibraryItem = {
  readonly id: string;
  readonly flow: LibraryFlow;
  readonly name: Bilingual;
  readonly shipmentId?: string;
  readonly shipmentNumber?: string;
  readonly direction?: 'import' | 'export';
  /** The version of the case it belongs to; 0 until it is filed. */
  readonly version?: number;
  readonly channelName?: Bilingual;
  readonly fileName?: string;
  readonly sizeBytes?: number;
  readonly scan?: NonNullable<DocumentView['scan']>;
  /** Of a form the case's progress, of a sent document its delivery. */
  readonly state?: string;
  readonly createdAt: string;
  readonly simulated: boolean;
  /** Empty unless words were asked for. */
  readonly found: readonly Found[];
};

/** A case that bears the number asked for. */
export type NumberHit = {
  readonly id: string;
  readonly number: string;
  readonly goodsName?: string;
  readonly billNumber?: string;
  readonly progress: string;
};

export type LibraryPage = {
  /** On the first page only: cases by number, before what was found by words. */
  readonly cases: readonly NumberHit[];
  readonly items: readonly LibraryItem[];
  readonly next?: string;
};
