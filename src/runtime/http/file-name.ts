// The file name a sender gave in `X-File-Name` (percent-encoded UTF-8): a label only, never a path.
export function readFileName(header: string | undefined): string | undefined {
  if (!header) return undefined;
  const name = decode(header).split(/[\\/]/).at(-1) ?? '';
  const clean = name
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  return clean === '' || clean === '.' || clean === '..' ? undefined : clean;
}

/** A broken percent sequence is the sender's spelling, not a reason to lose the message. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
