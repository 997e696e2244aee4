// Bytes from outside that cannot be read are quarantined with this, never guessed at (domain "Exchange"). The code stays the same
// whatever the wording; it says which kind of no it is.
import type { Bilingual } from '../../kernel/bilingual.ts';

export type UnreadableCode =
  | 'TOO_LARGE'
  | 'TOO_DEEP'
  | 'TOO_MANY'
  | 'BAD_CHARACTERS'
  | 'FORBIDDEN_CONSTRUCT'
  | 'NOT_WELL_FORMED'
  /** Readable, and not what it should be. */
  | 'UNEXPECTED_CONTENT';

export class UnreadableMessage extends Error {
  readonly reason: Bilingual;
  readonly code: UnreadableCode;
  constructor(zh: string, en: string, code: UnreadableCode = 'UNEXPECTED_CONTENT') {
    super(en);
    this.name = 'UnreadableMessage';
    this.reason = { zh, en };
    this.code = code;
  }
}
