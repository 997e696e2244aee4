// JSON from outside: size and depth limited, and nothing that could pass for a prototype (R14).
import { hasSlashKey } from '../../kernel/strangers-json.ts';
import { decodeText } from './charset.ts';
import { UnreadableMessage } from './unreadable.ts';

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 64;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
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
  checkDepth(bytes);
  if (hasSlashKey(text))
    throw new UnreadableMessage(
      '报文含有以反斜杠开头的键',
      'The message has a key that begins with a backslash',
      'FORBIDDEN_CONSTRUCT',
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableMessage('报文不是 JSON', 'The message is not JSON', 'NOT_WELL_FORMED');
  }
  // Only a text that can spell the key is looked through value by value; a reviver would be asked for every value of every message.
  if (text.includes('__proto__') || text.includes(BY_NUMBER)) checkKeys(value);
  return value;
}

/** Before anything is built: brackets outside of strings. Bytes say it sooner than text does, and UTF-8 has ASCII nowhere but in ASCII. */
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
