// JSON from outside: size and depth limited, and nothing that could pass for a prototype (R14).
import { decodeText } from './charset.ts';
import { UnreadableMessage } from './unreadable.ts';

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 64;

export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_BYTES)
    throw new UnreadableMessage(
      `报文超过 ${MAX_BYTES} 字节`,
      `The message is larger than ${MAX_BYTES} bytes`,
      'TOO_LARGE',
    );
  const text = decodeText(bytes, 'utf-8');
  checkDepth(text);
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__')
        throw new UnreadableMessage(
          '报文含有不允许的键 __proto__',
          'The message has the key __proto__',
          'FORBIDDEN_CONSTRUCT',
        );
      return value;
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableMessage('报文不是 JSON', 'The message is not JSON', 'NOT_WELL_FORMED');
  }
}

/** Before anything is built: brackets outside of strings. */
function checkDepth(text: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) {
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) if (text.charCodeAt(i) === 0x5c) i++;
    } else if (c === 0x7b || c === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) throw new UnreadableMessage('JSON 层次过深', 'The JSON nests too deep', 'TOO_DEEP');
    } else if (c === 0x7d || c === 0x5d) depth -= 1;
  }
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
