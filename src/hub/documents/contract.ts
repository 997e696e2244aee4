// Wire shapes of the document library: everything written, received or attached, each version kept (P2, B16 三(一)2(1)).
import type { Bilingual } from '../../kernel/bilingual.ts';

export type DocumentEvents = {
  /** An officer, a station or the port office looked at what another party wrote. */
  'document.viewed': { documentId: string; shipmentId?: string; kind: string; content: boolean };
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
  readonly delivery?: {
    readonly id: string;
    readonly state: string;
    readonly attempts: number;
    readonly deliveredAt?: string;
  };
  /** Inbound documents that answered this one. */
  readonly receipts: readonly { readonly documentId: string; readonly receivedAt: string; readonly text: Bilingual }[];
};
