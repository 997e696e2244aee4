// Turns the slip's SVG, whose QR modules are strokes and squares on a grid, into pixels for an independent QR reader.
const SCALE = 4;

/** Reads `M x y h width` runs (qrcode's SVG: each run one module high) and paints them black on white. */
export function rasterOf(svg: string): { pixels: Uint8ClampedArray; size: number } {
  const modules = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const drawn = [...svg.matchAll(/\sd="([^"]+)"/g)].at(-1)?.[1] ?? '';
  const size = modules * SCALE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, numbers = ''] of drawn.matchAll(/([Mmhvz])([^Mmhvz]*)/g)) {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (command === 'M') [x = 0, y = 0] = values;
    else if (command === 'm') [x, y] = [x + (values[0] ?? 0), y + (values[1] ?? 0)];
    else if (command === 'h') {
      const width = values[0] ?? 0;
      paint(pixels, size, { x, y: Math.floor(y), width });
      x += width;
    }
  }
  return { pixels, size };
}

function paint(pixels: Uint8ClampedArray, size: number, run: { x: number; y: number; width: number }): void {
  for (let row = run.y * SCALE; row < (run.y + 1) * SCALE; row++)
    for (let column = run.x * SCALE; column < (run.x + run.width) * SCALE; column++) {
      const at = (row * size + column) * 4;
      pixels[at] = pixels[at + 1] = pixels[at + 2] = 0;
    }
}
