// What partners say, in the hub's words: facts of inbound messages and how they name what they speak of. Part of this module's contract.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { BargeFact, BookingFact } from '../carriage/contract.ts';
import type { DirectoryFact } from '../directory/contract.ts';
import type { FollowUp, Instruction, InstructionKind, ObjectType, ReleaseTerm } from '../disposition/contract.ts';
import type { LicenceFact } from '../licence/contract.ts';
import type { MoneyFact } from '../payment/contract.ts';
import type { Form, Ruling, ZonePaper } from '../shipment/contract.ts';

/** What an inbound message says, in the hub's words; one message may say several things. */
export type InboundFact =
  | MoneyFact
  | LicenceFact
  | BookingFact
  | DirectoryFact
  | BargeFact
  | MovedFact
  | SailingFact
  | TrackedFact
  | CredentialFact
  | StateAskedFact
  | {
      readonly fact: 'answer';
      readonly about: DocumentPointer;
      readonly outcome: 'acknowledged' | 'rejected' | 'noted';
      readonly text: Bilingual;
      readonly partnerNumber?: string;
      readonly declarationNumber?: string;
      readonly partnerField?: string;
      readonly row?: number;
      /** What it says of the filing itself, or of an application to change it (修撤单). */
      readonly ruling?: Ruling;
      /** What it says of a paper that the goods go into or out of a special area with. */
      readonly zonePaper?: ZonePaper;
      readonly at: string;
    }
  | {
      readonly fact: 'instruction';
      readonly about: ObjectPointers;
      readonly authority: AuthorityId;
      readonly kind: InstructionKind;
      readonly number: string;
      readonly sequence: number;
      readonly reasonCode?: string;
      readonly reason: Bilingual;
      readonly legalBasis?: string;
      readonly issuedAt: string;
      readonly validUntil?: string;
      readonly requirements?: Instruction['requirements'];
      readonly conditions?: readonly Bilingual[];
      readonly term?: ReleaseTerm;
      readonly followUp?: FollowUp;
    }
  | {
      /** Another window's filing, to begin a case here with, for the enterprise of that credit code; its case number is the same in every version (N15). */
      readonly fact: 'declared';
      readonly reference: string;
      readonly caseNumber?: string;
      readonly traderUscc: string;
      readonly form: Form;
    }
  | {
      /** A file for the case, e.g. a decision or a certificate (N13). */
      readonly fact: 'file';
      readonly about: DocumentPointer;
      readonly name: Bilingual;
      readonly fileName: string;
      /** Base64, so that what was said can be kept and compared as JSON. */
      readonly content: string;
    }
  | {
      readonly fact: 'manifested';
      readonly conveyance: string;
      readonly voyage?: string;
      /** When the partner said it: a later word on a bill counts. */
      readonly sentAt?: string;
      readonly bills: readonly ManifestedBill[];
    }
  | {
      readonly fact: 'arrived';
      readonly place: string;
      readonly arrivedAt: string;
      readonly conveyance?: string;
      readonly bill?: string;
      readonly containers: readonly string[];
      /** Off the vessel or flight, which is what a tally says, and not in at the gate. */
      readonly discharged?: true;
      /** The station takes back what it said: they are not there. */
      readonly reversed?: true;
    }
  | {
      /** A bay plan: where boxes stand on board, bay, row and tier as BBBRRTT (N10). */
      readonly fact: 'stowed';
      readonly conveyance: string;
      readonly voyage?: string;
      readonly at: string;
      readonly positions: readonly {
        readonly container: string;
        readonly position: string;
        readonly loadPort?: string;
        readonly dischargePort?: string;
      }[];
    }
  | {
      readonly fact: 'gated-out';
      readonly place: string;
      readonly container?: string;
      readonly bill?: string;
      readonly releaseNumber?: string;
      readonly at: string;
      /** The station takes back what it said: the goods are in. */
      readonly reversed?: true;
    };

export type ManifestedBill = {
  readonly bill: string;
  readonly containers: readonly string[];
  readonly packages?: string;
  readonly grossMassKg?: string;
  /** Goods as the carrier describes them, with the boxes they lie in. */
  readonly items?: readonly { readonly description: string; readonly containers: readonly string[] }[];
  /** Taken back. */
  readonly deleted?: true;
};
/** What stations say of goods beside their arrival and gate-out, and of their way back (N10). */
export type MovedFact = {
  readonly fact: 'moved';
  readonly movement: 'gate-in' | 'loaded';
  readonly place: string;
  readonly container?: string;
  readonly bill?: string;
  readonly releaseNumber?: string;
  readonly at: string;
  /** The station takes back what it said. */
  readonly reversed?: true;
};
/** When a conveyance leaves a port of ours, as its carrier says now (N11; M12 当班船). */
export type SailingFact = {
  readonly fact: 'sailing';
  /** IMO number, train, flight: as the form has it. */
  readonly conveyance: string;
  readonly name: string;
  readonly voyage: string;
  readonly place: string;
  readonly departsAt: string;
  readonly certainty: 'planned' | 'estimated' | 'actual';
  /** When it was said, as far as the message says; of two the later counts. */
  readonly saidAt?: string;
};
/** Where boxes and bills are, as their carrier says (N11). It moves nothing: a station's word does. */
export type TrackedFact = {
  readonly fact: 'tracked';
  readonly bill?: string;
  readonly containers: readonly string[];
  /** Parcels by the number on the label. */
  readonly parcels?: readonly string[];
  readonly place: string;
  readonly at: string;
  readonly certainty: 'planned' | 'estimated' | 'actual';
  readonly text: Bilingual;
};
/** Certificates that anybody can check, and that their issuer takes back (N14). */
export type CredentialFact =
  | { readonly fact: 'credential'; readonly about: DocumentPointer /** Compact JWS. */; readonly token: string }
  | {
      readonly fact: 'credential-revoked';
      readonly about: DocumentPointer;
      readonly issuer: string;
      readonly number: string;
      readonly because: Bilingual;
    };
/** The partner asks how a case stands that it has had a document of (N14, N15). */
export type StateAskedFact = {
  readonly fact: 'state-asked';
  readonly about: DocumentPointer;
  /** Its own number of the question. */
  readonly question: string;
};

/** How a partner names our document: by our client number, its own number, or the document's id. */
export type DocumentPointer = {
  readonly clientNumber?: string;
  readonly partnerNumber?: string;
  readonly declarationNumber?: string;
  /** When the partner said it, to the second by its own clock: a number names the case and no version, and it speaks of what it had then. */
  readonly saidAt?: string;
};
/** How a partner names objects; the hub joins them to the shipment's objects, or parks the instruction. */
export type ObjectPointers = DocumentPointer & {
  readonly objects: readonly {
    readonly type: ObjectType;
    readonly key: string;
  }[] /** All objects of this type in the case, e.g. every container. */;
  readonly whole?: ObjectType;
  /** All objects for which the authority that speaks has to speak, as the case is when the word is taken. */
  readonly own?: true;
};
