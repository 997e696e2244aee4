// Wire shapes of what enterprises' own systems hand over (N12): a file of shipments, and the answer to each of them.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Finding } from '../../kernel/finding.ts';

/** A finding, and where in the sheet it is. */
export type PlacedFinding = Finding & {
  /** As spreadsheets count: the header is row 1. */
  readonly row?: number;
  readonly column?: string;
};
export type ShipmentAnswer = {
  /** The enterprise's own reference, or the number within the file. */
  readonly reference: string;
  readonly outcome: 'filed' | 'drafted' | 'refused';
  readonly shipmentId?: string;
  readonly number?: string;
  /** Asks for the proof of the filing: GET /receipts/{id}. */
  readonly receiptId?: string;
  readonly findings: readonly PlacedFinding[];
  /** Why it was refused, beyond what is wrong with the form. */
  readonly refusal?: Problem;
};
export type Problem = { readonly code: string; readonly message: Bilingual; readonly remedy: Bilingual };
export type FileAnswer = {
  readonly file: string;
  readonly digest: string;
  readonly shipments: readonly ShipmentAnswer[];
  /** What concerns the file and no shipment of it: unknown columns. */
  readonly findings: readonly PlacedFinding[];
  /** Nothing of it could be read. */
  readonly problem?: Problem;
};
/** A file that was taken from an enterprise's folder or stream, or that somebody uploaded, and what became of it. */
export type TakenFile = {
  readonly id: string;
  readonly name: string;
  readonly digest: string;
  readonly receivedAt: string;
  /** Absent while it is still being read. */
  readonly answeredAt?: string;
  readonly filed: number;
  /** Of an upload: for a person to finish. */
  readonly drafted: number;
  readonly refused: number;
  /** Absent where it was taken from a folder. */
  readonly uploadedBy?: string;
  /** Nothing of it could be read. */
  readonly problem?: Problem;
  /** Whose it is, where it is not the reader's own. */
  readonly organisation?: Bilingual;
};
export type TakenFileDetail = TakenFile & {
  readonly shipments: readonly ShipmentAnswer[];
  /** What concerns the file and no shipment of it; of uploads. */
  readonly findings: readonly PlacedFinding[];
};
/** The type of the answer's message to the enterprise. */
export const FILE_ANSWERED = 'erp.file-answered';

export type ErpEvents = {
  'erp.file-received': { fileId: string; organisationId: string; subscriptionId?: string; digest: string };
  'erp.file-answered': { fileId: string; organisationId: string; filed: number; refused: number; drafted?: number };
};
