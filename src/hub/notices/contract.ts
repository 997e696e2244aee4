// Wire shapes of notices: the timeline of a shipment, live over SSE, and the inbox (P1, P3, M2).
import type { Bilingual } from '../../kernel/bilingual.ts';

/** One line of the timeline; also the `data` of each SSE message (`id:` = position, `event:` = type). */
export type TimelineEntry = {
  readonly position: number;
  readonly type: string;
  readonly shipmentId?: string;
  readonly at: string;
  readonly by: string;
  readonly text: Bilingual;
  readonly tone: 'neutral' | 'good' | 'attention' | 'bad';
  readonly simulated: boolean;
  /** Where to look: ids of object, document, inspection, release. */
  readonly links: Readonly<Record<string, string>>;
};
