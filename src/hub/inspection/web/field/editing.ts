// What the parts of the form share: the sheet they are about, the record so far, and what becomes of it.
import type { FieldSheet, RecordedFindings } from '../../contract.ts';

export type Editing = {
  sheet: FieldSheet;
  record: RecordedFindings;
  change: (next: RecordedFindings) => void;
};
