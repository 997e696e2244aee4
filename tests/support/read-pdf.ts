// A small reader of PDF, independent of what wrote it: text by each font's ToUnicode map, filled rectangles as an image, attachments.
import { inflateSync } from 'node:zlib';

type Pdf = { text: string; attachments: string[]; image: { pixels: Uint8ClampedArray; size: number } };

export function readPdf(file: Buffer): Pdf {
  const raw = file.toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)].map(([, id = '', body = '']) => [id, body] as const),
  );
  const stream = (body: string): string => {
    const found = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1] ?? '';
    const bytes = Buffer.from(found, 'latin1');
    return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const attachments = [...objects.values()]
    .filter((o) => o.includes('/EmbeddedFile'))
    .filter((o) => o.includes('stream'))
    .map(stream);
  const maps = [...objects.values()]
    .filter((o) => o.includes('/ToUnicode'))
    .map((font) => toUnicode(stream(objects.get(/\/ToUnicode (\d+)/.exec(font)?.[1] ?? '') ?? '')));
  const page = [...objects.values()].find((o) => /\/Type \/Page\b/.test(o)) ?? '';
  const content = stream(objects.get(/\/Contents (\d+)/.exec(page)?.[1] ?? '') ?? '');
  const [map = new Map<string, string>()] = maps;
  const text = [...content.matchAll(/\[([^\]]*)\] TJ|ET/g)]
    .map(([, shown]) =>
      shown === undefined
        ? '\n'
        : [...shown.matchAll(/<([0-9a-f]+)>/g)]
            .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
            .map((code) => map.get(code) ?? '?')
            .join(''),
    )
    .join('');
  return { text, attachments, image: paint(content) };
}

function toUnicode(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  const word = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, from = '0', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi))
    for (const [i, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      map.set((Number.parseInt(from, 16) + i).toString(16).padStart(4, '0'), word(hex.replaceAll(' ', '')));
  return map;
}

const SCALE = 2;
const SIZE = 1700;
function paint(content: string) {
  const pixels = new Uint8ClampedArray(SIZE * SIZE * 4).fill(255);
  for (const [, ...numbers] of content.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/g)) {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map((n) => Number(n) * SCALE);
    for (let row = Math.round(y); row < Math.round(y + height); row += 1)
      for (let column = Math.round(x); column < Math.round(x + width); column += 1) {
        const at = (row * SIZE + column) * 4;
        pixels[at] = pixels[at + 1] = pixels[at + 2] = 0;
      }
  }
  return { pixels, size: SIZE };
}
