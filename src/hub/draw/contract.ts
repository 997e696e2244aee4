// Wire shapes of double random (双随机, M6; SC 4, GF18 4, NB18 7): which goods are inspected and by whom is drawn so that nobody can steer it.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { type DrawProof, type DrawRule, type DrawUnit, drawUnits, type Replacement } from '../../kernel/draw-proof.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { ExchangeEvents } from '../exchange/contract.ts';

export type { DrawProof, DrawRule, DrawUnit, Replacement };
export { drawUnits };
export const drawKinds = ['manual', 'scan', 'scan-and-manual', 'document', 'sampling', 'boarding'] as const;
export type DrawKind = (typeof drawKinds)[number];
export const drawStates = ['opened', 'frozen', 'contributed', 'revealed'] as const;
export type DrawState = (typeof drawStates)[number];

export type OpenDraw = {
  readonly basis: string;
  readonly kind: DrawKind;
  /** Absent: whole cases. */
  readonly unit?: DrawUnit;
  readonly filedFrom: string;
  /** Absent: until now. */
  readonly filedTo?: string;
  readonly direction?: 'import' | 'export';
  readonly transportMode?: string;
  /** One of both. */
  readonly count?: number;
  readonly percent?: string;
  readonly contributors: readonly AuthorityId[];
  readonly contributeHours: number;
};
/** Not done in time: by whom, since when. */
export type DrawFault = { readonly parties: readonly string[]; readonly since: string; readonly text: Bilingual };
/** What everybody may know of a draw. */
export type DrawSummary = {
  readonly id: string;
  readonly number: string;
  readonly authority: AuthorityId;
  readonly rule: DrawRule;
  readonly state: DrawState;
  readonly fault?: DrawFault;
  readonly openedAt: string;
  readonly targets: number;
  readonly officers: number;
  readonly drawn: number;
  readonly contributed: readonly AuthorityId[];
  readonly demonstration: boolean;
};
/** A drawn target as its authority sees it: the case or the object of it, and who goes. */
export type DrawnView = {
  readonly target: string;
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  /** Where single objects were drawn. */
  readonly objectId?: string;
  readonly instructionNumber: string;
  readonly officers: readonly {
    readonly officer: string;
    readonly name: string;
    readonly replaced?: Replacement;
    readonly reason?: string;
  }[];
  /** Others of the roster are left to stand in. */
  readonly replaceable: boolean;
};
export type DrawView = DrawSummary & {
  /** Whether whoever looks may give a nonce now. */
  readonly awaitsMe: boolean;
  /** For the authority whose draw it is, once it is revealed. */
  readonly drawnTargets: readonly DrawnView[];
};
/** What opens the commitment of a case, or of an object of it, in the public proof, for whoever may read the case. */
export type OwnTarget = {
  readonly drawNumber: string;
  readonly shipmentNumber: string;
  readonly objectId?: string;
  readonly salt: string;
  readonly commitment: string;
  readonly drawn: boolean;
};
export type ReplaceOfficer = {
  readonly target: string;
  readonly officer: string;
  readonly kind: Replacement;
  readonly reason: string;
};

type About = { readonly drawId: string; readonly number: string };
export type DrawEvents = {
  'draw.opened': About & { authority: AuthorityId; rule: DrawRule };
  /** By the platform itself, like all that is published in the open: no person's name is in what it commits to. */
  'draw.committed': About & { authority: AuthorityId; rule: DrawRule; commitment: string };
  'draw.frozen': About & { digest: string; targets: number; officers: number };
  'draw.contributed': About & { authority: AuthorityId; nonce: string };
  /** To those whose turn it now is; what is published of the freezing is `draw.frozen`. */
  'draw.nonce-wanted': About & {
    authority: AuthorityId;
    contributors: readonly string[];
    contributeBy: string;
  };
  'draw.revealed': About & {
    secret: string;
    seed: string;
    digest: string;
    nonces: readonly { authority: string; nonce: string }[];
    passedOver: readonly string[];
    drawn: number;
  };
  /** The order on what was drawn; counts like an instruction that came over the wire. */
  'draw.ordered': About & ExchangeEvents['instruction.arrived'];
  /** Who goes: to the yard, which seeks his slot. */
  'draw.officer-named': About & {
    shipmentId: string;
    authority: AuthorityId;
    instructionNumber: string;
    officerId: string;
  };
  'draw.replacement-asked': About & { target: string; officer: string; kind: Replacement; reason: string };
  'draw.officer-replaced': About & { target: string; officer: string; kind: Replacement };
};
