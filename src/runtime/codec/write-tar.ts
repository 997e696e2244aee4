// One file of a tar archive (POSIX ustar, IEEE Std 1003.1): a header of 512 bytes and the content, filled up to whole blocks. Names and sizes are ours, short and small.
const BLOCK = 512;
const MAX_NAME_BYTES = 100;
const MAX_SIZE = 0o77777777777;

export function tarEntry(name: string, content: Uint8Array, at: string): Buffer {
  if (Buffer.byteLength(name) > MAX_NAME_BYTES || content.length > MAX_SIZE) throw new Error(`${name} does not fit`);
  const header = Buffer.alloc(BLOCK);
  const put = (text: string, offset: number) => header.write(text, offset, 'utf-8');
  const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, '0');
  put(name, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(content.length, 12), 124);
  put(octal(Math.floor(Date.parse(at) / 1000), 12), 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\0' + '00', 257);
  let sum = 0;
  for (const byte of header) sum += byte;
  put(`${octal(sum, 7)}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

/** What ends an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);
