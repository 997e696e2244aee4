// An error as it may stand in a log: its kind, code, place and words, without the secrets and personal data that words may quote.
// Nothing else of the object goes in: a database error carries the row it was about.
export type DescribedError = {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
};

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[^\s"',;]+/gi, '$1 […]'],
  [/\bpk_[0-9a-f]{8}_[\w-]+/g, 'pk_[…]'],
  [/\bwhsec_[\w+/=-]+/g, 'whsec_[…]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/(:\/\/)[^\s/@]*@/g, '$1[…]@'],
  [/(\bportico_session=)[^\s;"']+/g, '$1[…]'],
  [
    /((?:password|passwd|secret|token|authorization|cookie|api[-_ ]?key)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}]+)/gi,
    '$1[…]',
  ],
  [/-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)/g, '[key]'],
];
const MOST_CHARACTERS = 2000;
const MOST_CAUSES = 3;

const scrub = (text: string): string =>
  SECRETS.reduce((scrubbed, [pattern, instead]) => scrubbed.replace(pattern, instead), text.slice(0, MOST_CHARACTERS));

/** What people typed stands in quotation marks in what parsers and the database say; names of tables and columns stay. */
const withoutValues = (message: string): string =>
  message
    .replace(/(: |Unexpected token )["'“].*$/s, '$1…')
    .replace(/"[^"]*" is not valid JSON/gs, '… is not valid JSON');

export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: scrub(withoutValues(String(error).slice(0, MOST_CHARACTERS))) };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code).slice(0, 60) } : {}),
    message: scrub(withoutValues(error.message.slice(0, MOST_CHARACTERS))),
    ...(stack && stack.length > 0 ? { stack: scrub(stack.join('\n')) } : {}),
    ...(cause === undefined || depth === MOST_CAUSES ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
