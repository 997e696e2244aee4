// Bytes from outside that cannot be read are quarantined with this, never guessed at (domain "Exchange").
import type { Bilingual } from '../../kernel/bilingual.ts';

export class UnreadableMessage extends Error {
  readonly reason: Bilingual;
  constructor(zh: string, en: string) {
    super(en);
    this.name = 'UnreadableMessage';
    this.reason = { zh, en };
  }
}
