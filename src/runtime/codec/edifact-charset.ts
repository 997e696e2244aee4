// Character sets of EDIFACT by the syntax identifier of UNB (ISO 9735, 0001): UNOA to UNOK, UNOW to UNOY. No replacement characters, ever.
import iconv from 'iconv-lite';
import { SyntaxFault } from './edifact-fault.ts';

export const syntaxIdentifiers = [
  'UNOA',
  'UNOB',
  'UNOC',
  'UNOD',
  'UNOE',
  'UNOF',
  'UNOG',
  'UNOH',
  'UNOI',
  'UNOJ',
  'UNOK',
  'UNOW',
  'UNOX',
  'UNOY',
] as const;
export type SyntaxIdentifier = (typeof syntaxIdentifiers)[number];
const isSyntaxIdentifier = (text: string): text is SyntaxIdentifier =>
  (syntaxIdentifiers as readonly string[]).includes(text);

/** Parts of ISO 8859, in the order of the standard. */
const latin: Partial<Record<SyntaxIdentifier, string>> = {
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'iso-8859-9',
};
const outsideOfA = /[^A-Z0-9 .,\-()/=!"%&*;<>'+:?\r\n]/g;
const outsideOfB = /[^A-Za-z0-9 .,\-()/=!"%&*;<>'+:?\r\n]/g;

/** Bytes to text, a piece at a time; a character may be cut between two pieces. */
export type Decoder = { write(bytes: Uint8Array): string; end(): string };

const bad = (id: string) =>
  new SyntaxFault(`内容不是有效的 ${id} 字符`, `The content has characters that are not of ${id}`, 'BAD_CHARACTERS', {
    error: '21',
  });

export function decoderOf(id: SyntaxIdentifier): Decoder {
  const part = latin[id];
  if (part) return latinDecoder(id, part);
  return id === 'UNOX' ? new ExtendedDecoder() : utf8Decoder(id);
}

/** UNOA and UNOB are read as UTF-8, of which they are a part: partners name them and send more. */
function utf8Decoder(id: SyntaxIdentifier): Decoder {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const decode = (bytes: Uint8Array | undefined, stream: boolean) => {
    try {
      return decoder.decode(bytes, { stream });
    } catch {
      throw bad(id);
    }
  };
  return { write: (bytes) => decode(bytes, true), end: () => decode(undefined, false) };
}

function latinDecoder(id: SyntaxIdentifier, charset: string): Decoder {
  const decoder = iconv.getDecoder(charset);
  return {
    write: (bytes) => {
      const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (text.includes('\uFFFD')) throw bad(id);
      return text;
    },
    end: () => decoder.end() ?? '',
  };
}

const [ESC, SO, SI] = [0x1b, 0x0e, 0x0f];
/** UNOX: ASCII with the extensions of ISO 2022; GB 2312 is designated by `ESC $ A` or `ESC $ ) A` with shift out and in. */
class ExtendedDecoder implements Decoder {
  #rest: number[] = [];
  #double = false;
  #ready = false;

  write(bytes: Uint8Array): string {
    const all = [...this.#rest, ...bytes];
    this.#rest = [];
    let text = '';
    let i = 0;
    for (; i < all.length; ) {
      const c = all[i] ?? 0;
      if (c === ESC) {
        const sequence = String.fromCharCode(...all.slice(i + 1, i + 4));
        const found = ['$)A', '$A', '(B'].find((one) => sequence.startsWith(one));
        if (!found) {
          if (sequence.length < 3 && ['$)A', '$A', '(B'].some((one) => one.startsWith(sequence))) break;
          throw bad('UNOX');
        }
        if (found === '$)A') this.#ready = true;
        else this.#double = found === '$A';
        i += 1 + found.length;
      } else if (c === SO || c === SI) {
        if (c === SO && !this.#ready) throw bad('UNOX');
        this.#double = c === SO;
        i += 1;
      } else if (c > 0x7f) throw bad('UNOX');
      else if (!this.#double || c < 0x21) {
        text += String.fromCharCode(c);
        i += 1;
      } else {
        if (i + 1 >= all.length) break;
        const one = iconv.decode(Buffer.from([c | 0x80, (all[i + 1] ?? 0) | 0x80]), 'gb2312');
        if (one.includes('\uFFFD')) throw bad('UNOX');
        text += one;
        i += 2;
      }
    }
    this.#rest = all.slice(i);
    return text;
  }
  end(): string {
    if (this.#rest.length > 0) throw bad('UNOX');
    return '';
  }
}

/** Which set UNB names; nothing is known before it has been read, and it is ASCII in every set. */
export function syntaxIdentifierOf(head: Uint8Array): SyntaxIdentifier {
  const text = Buffer.from(head.subarray(0, 64)).toString('latin1');
  const id = /^(?:\u00ef\u00bb\u00bf)?(?:UNA.{6})?\s*UNB.(UNO[A-Z])/s.exec(text)?.[1] ?? '';
  // An interchange without one is no interchange, which the reader of segments says better.
  if (id === '') return 'UNOY';
  if (!isSyntaxIdentifier(id))
    throw new SyntaxFault(
      `EDIFACT 的字符集 ${id} 未定义`,
      `The EDIFACT character set ${id} is not defined`,
      'BAD_CHARACTERS',
      { error: '2', tag: 'UNB' },
    );
  return id;
}

/** The whole interchange as text. */
export function decodeEdifact(bytes: Uint8Array): string {
  const decoder = decoderOf(syntaxIdentifierOf(bytes));
  return decoder.write(bytes) + decoder.end();
}

/** What the set cannot say is left blank, so that a document can always be written. */
export function fitTo(id: 'UNOA' | 'UNOB' | 'UNOY', text: string): string {
  if (id === 'UNOY') return text;
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return id === 'UNOA' ? plain.toUpperCase().replace(outsideOfA, ' ') : plain.replace(outsideOfB, ' ');
}

/** Throws where the text has a character the set cannot say: what is sent is in the set it names. */
export function encodeEdifact(text: string, id: SyntaxIdentifier): Uint8Array {
  const part = latin[id];
  const cannot = new RangeError(`text cannot be written in ${id}`);
  if (part) {
    const bytes = iconv.encode(text, part);
    if (iconv.decode(bytes, part) !== text) throw cannot;
    return bytes;
  }
  if (id === 'UNOX') throw new RangeError('UNOX is read, not written');
  if ((id === 'UNOA' && text.search(outsideOfA) >= 0) || (id === 'UNOB' && text.search(outsideOfB) >= 0)) throw cannot;
  return Buffer.from(text, 'utf-8');
}
