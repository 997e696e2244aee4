// Messages of lines (Cargo-IMP): every line that says something, in order, whatever ends it.
export const readTextLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
