// JSON from outside: size and depth limited, and nothing that could pass for a prototype (R14).
import { hasSlashKey } from '../../kernel/strangers-json.ts';
import { decodeText } from './charset.ts';
import { UnreadableMessage } from './unreadable.ts';

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 64;
/** Openings of a text that is built before it is measured: nested in each other they are a few megabytes. Of more, the text is looked at first. */
const MOST_BUILT = 20_000;
const [QUOTE, COMMA, BRACKET, BACKSLASH] = [0x22, 0x2c, 0x5b, 0x5c];
/** Every letter of `__proto__` that is written by number begins so. */
const BY_NUMBER = '\\u00';

export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_BYTES)
    throw new UnreadableMessage(
      `报文超过 ${MAX_BYTES} 字节`,
      `The message is larger than ${MAX_BYTES} bytes`,
      'TOO_LARGE',
    );
  const text = decodeText(bytes, 'utf-8');
  const seen = countOpenings(text);
  if (seen.openings > MOST_BUILT && seen.mostDepth > MAX_DEPTH) checkDepth(bytes);
  const escaped = text.includes('\\');
  let value: unknown;
  try {
    value = readText(text, escaped);
  } catch (error) {
    // What nests too deep is refused as that, whatever else it is.
    checkDepth(bytes);
    throw error;
  }
  if (seen.mostDepth > MAX_DEPTH && seen.openings <= MOST_BUILT && !isShallow(value, seen.openings)) checkDepth(bytes);
  // Only a text that can spell the key is looked through value by value; a reviver would be asked for every value of every message.
  if (text.includes('__proto__') || (escaped && text.includes(BY_NUMBER))) checkKeys(value);
  return value;
}

function readText(text: string, escaped: boolean): unknown {
  if (escaped && hasSlashKey(text))
    throw new UnreadableMessage(
      '报文含有以反斜杠开头的键',
      'The message has a key that begins with a backslash',
      'FORBIDDEN_CONSTRUCT',
    );
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableMessage('报文不是 JSON', 'The message is not JSON', 'NOT_WELL_FORMED');
  }
}

/** All openings of the text, also those in strings, and how deep they can nest at most. */
type Seen = { readonly openings: number; readonly mostDepth: number };
/** What the innermost object, `{}`, has less than five. */
const LAST_OBJECT = 3;
const TOO_SHORT: Seen = { openings: 0, mostDepth: 0 };
/**
 * Each array of a way down gives one step for itself and one for the object that stands in it; an object after neither a comma nor a bracket gives
 * one of its own (its parent is an object, or there is space before it). So rows by the hundred in one array are seen not to nest.
 */
function countOpenings(text: string): Seen {
  // What nests deeper and is JSON closes as often as it opens; what is none is looked at again.
  if (text.length <= 2 * MAX_DEPTH) return TOO_SHORT;
  let arrays = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) arrays++;
  // An object that has another in it takes five characters of its own (`{"":` and `}`), an array two: a short text has no room for so many.
  if (5 * (MAX_DEPTH - arrays) >= text.length - 2 * arrays + LAST_OBJECT) return TOO_SHORT;
  let objects = 0;
  let within = 0;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    objects++;
    const before = text.charCodeAt(at - 1);
    if (before !== COMMA && before !== BRACKET) within++;
  }
  const openings = arrays + objects;
  return { openings, mostDepth: Math.min(openings, 1 + 2 * arrays + within) };
}

/**
 * Whether the text that was read into this cannot have nested too deep. An opening that the value does not have stood in a string or in what a
 * later key of the same name took the place of; such may have nested in each other, below the deepest of the value.
 */
function isShallow(value: unknown, openings: number): boolean {
  const found: Found = { deepest: 0, containers: 0 };
  if (typeof value === 'object' && value !== null) measure(value, 1, found);
  return found.deepest + openings - found.containers <= MAX_DEPTH;
}
type Found = { deepest: number; containers: number };
function measure(value: object, depth: number, found: Found): void {
  found.containers++;
  if (depth > found.deepest) found.deepest = depth;
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const inner of value) if (typeof inner === 'object' && inner !== null) measure(inner, depth + 1, found);
  } else
    for (const key in value) {
      const inner: unknown = (value as Record<string, unknown>)[key];
      if (typeof inner === 'object' && inner !== null) measure(inner, depth + 1, found);
    }
}

/** Brackets outside of strings. Bytes say it sooner than text does, and UTF-8 has ASCII nowhere but in ASCII. */
function checkDepth(bytes: Uint8Array): void {
  const end = bytes.length;
  let depth = 0;
  for (let i = 0; i < end; i++) {
    const c = bytes[i];
    if (c === QUOTE) {
      for (i++; i < end && bytes[i] !== QUOTE; i++) if (bytes[i] === BACKSLASH) i++;
    } else if (c === 0x7b || c === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) throw new UnreadableMessage('JSON 层次过深', 'The JSON nests too deep', 'TOO_DEEP');
    } else if (c === 0x7d || c === 0x5d) depth -= 1;
  }
}

/** No deeper than `MAX_DEPTH`, which has been seen to. */
function checkKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__'))
    throw new UnreadableMessage(
      '报文含有不允许的键 __proto__',
      'The message has the key __proto__',
      'FORBIDDEN_CONSTRUCT',
    );
  for (const inner of Object.values(value)) checkKeys(inner);
}

/** The object under the one key that names what the message is. */
export function parseNamed(bytes: Uint8Array, root: string): Record<string, unknown> {
  const whole = parseJson(bytes);
  const named = isObject(whole) ? whole[root] : undefined;
  if (!isObject(named)) throw new UnreadableMessage(`报文中没有 ${root}`, `The message has no ${root}`);
  return named;
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
