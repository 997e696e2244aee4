// What rules of every kind have in common (P5): a version, the clause it rests on, and the partner's days on which it holds. Pure.
export type DatedRule = {
  readonly id: string;
  readonly version: string;
  readonly clause: string;
  /** Partner's days: it holds for what is filed from this day on, and before that one. */
  readonly validFrom: string;
  readonly validTo?: string;
};

export const holdsOn = ({ validFrom, validTo }: DatedRule, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day < validTo);
