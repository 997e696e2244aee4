// Wire shapes of notices: the timeline of a shipment, live over SSE, and the filter that every way of being told shares
// (P1, P3, M2).
import type { Bilingual } from '../../kernel/bilingual.ts';

export const tones = ['neutral', 'good', 'attention', 'bad'] as const;
export type Tone = (typeof tones)[number];

/** What came out: an instruction’s kind, a document’s answer, an inspection’s result. */
export const outcomes = [
  'inspect',
  'hold',
  'release',
  'conditional-release',
  'refuse',
  'withdraw',
  'acknowledged',
  'rejected',
  'noted',
  'normal',
  'abnormal',
] as const;
export type EventOutcome = (typeof outcomes)[number];

/**
 * Which events somebody wants: each field that is given must fit, and fits where one of its values does. An absent or empty
 * field asks nothing. The same for webhook, e-mail, inbox, live stream and pull (M2).
 */
export type EventFilter = {
  /** Types of events, e.g. `release.granted`. */
  readonly types?: readonly string[];
  /** Any number of the case: its own, the trader’s reference, the declaration’s, a bill, a container. */
  readonly numbers?: readonly string[];
  readonly bills?: readonly string[];
  readonly containers?: readonly string[];
  readonly directions?: readonly ('import' | 'export')[];
  /** Transport mode codes of the declaration (2 water, 3 rail, 5 air …). */
  readonly modes?: readonly string[];
  /** Station, customs office or port of entry or exit, as the form and the events write it (`CKG-TUANJIECUN`, `8010`). */
  readonly places?: readonly string[];
  readonly authorities?: readonly string[];
  readonly outcomes?: readonly EventOutcome[];
  readonly tones?: readonly Tone[];
};

/** One line of the timeline; also the `data` of each SSE message (`id:` = position, `event:` = type). */
export type TimelineEntry = {
  readonly position: number;
  readonly type: string;
  readonly shipmentId?: string;
  readonly at: string;
  readonly by: string;
  readonly text: Bilingual;
  readonly tone: Tone;
  readonly simulated: boolean;
  /** Where to look: ids of object, document, inspection, release. */
  readonly links: Readonly<Record<string, string>>;
};
