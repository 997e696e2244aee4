// A finding says what is wrong with a form, as data: it is returned, never thrown (P10; B16 四(二)).
import type { Bilingual } from './bilingual.ts';

/** `error` blocks the step it was checked for, `warning` does not, `advice` only proposes. */
export type Severity = 'error' | 'warning' | 'advice';

export type Finding = {
  /** Where in the form, e.g. `grossMassKg` or `goods[2].originCountry` (rows count from 0). */
  readonly path: string;
  /** The offending value as given; absent when the value is missing. */
  readonly value?: string;
  /** Stable id of the rule, e.g. `container-check-digit`. */
  readonly rule: string;
  readonly ruleVersion: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  /** A corrected value, where one is known. */
  readonly proposal?: string;
};

export const blocks = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');
