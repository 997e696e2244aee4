// A refusal is the domain saying no: thrown with a catalogued code, mapped once to problem+json (RFC 9457).
import { type Bilingual, fill } from './bilingual.ts';

/** What kind of no it is; decides the HTTP status in one place (`runtime/http/problem.ts`). */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'method'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'unprocessable'
  | 'limited'
  | 'unavailable';

export type RefusalDefinition = {
  readonly kind: RefusalKind;
  /** `{name}` places are filled from the details. */
  readonly message: Bilingual;
  /** Who can fix it and how. */
  readonly remedy: Bilingual;
};

export type RefusalDetails = Readonly<Record<string, unknown>>;

export class Refusal extends Error {
  readonly code: string;
  readonly definition: RefusalDefinition;
  readonly details: RefusalDetails;
  constructor(code: string, definition: RefusalDefinition, details: RefusalDetails = {}) {
    super(`${code}: ${fill(definition.message, details as Record<string, string>).en}`);
    this.name = 'Refusal';
    this.code = code;
    this.definition = definition;
    this.details = details;
  }
  get text(): Bilingual {
    return fill(this.definition.message, this.details as Record<string, string>);
  }
  get remedy(): Bilingual {
    return fill(this.definition.remedy, this.details as Record<string, string>);
  }
}

/** Each module's `refusals.ts` makes its catalogue with this; the codes are the keys. */
export function defineRefusals<const T extends Readonly<Record<string, RefusalDefinition>>>(catalogue: T) {
  const refuse = (code: keyof T & string, details: RefusalDetails = {}): Refusal =>
    new Refusal(code, catalogue[code] as RefusalDefinition, details);
  return { catalogue, refuse };
}
