// Lays a message out for reading: XML indented, EDIFACT a segment a line, JSON indented; anything else as it is. Only white
// space between elements is added, never inside a value, and the raw bytes stay one click away. Pure.
export function formatRaw(text: string): string {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body.startsWith('<')) return indentXml(body);
  if (/^(UNA|UNB)/.test(body)) return splitSegments(body);
  if (/^[[{]/.test(body)) return indentJson(body);
  return text;
}

function indentXml(text: string): string {
  let depth = 0;
  return text
    .replace(/>\s+</g, '><')
    .replace(/></g, '>\n<')
    .split('\n')
    .map((line) => {
      if (/^<\//.test(line)) depth = Math.max(0, depth - 1);
      const laid = `${'  '.repeat(depth)}${line}`;
      const opens = /^<[^!?/][^>]*[^/]>$|^<\w>$/.test(line);
      if (opens) depth += 1;
      return laid;
    })
    .join('\n');
}

/** Segments end with the sixth character of UNA, else an apostrophe; a release character before it keeps it in the value. */
function splitSegments(text: string): string {
  const service = /^UNA(.{6})/s.exec(text)?.[1];
  const [release, end] = service ? [service.charAt(3), service.charAt(5)] : ['?', "'"];
  let laid = '';
  for (let i = service ? 9 : 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === release) {
      laid += c + text.charAt(i + 1);
      i += 1;
    } else if (c === end) laid += `${c}\n`;
    else if (c !== '\r' && c !== '\n') laid += c;
  }
  return (service ? `${text.slice(0, 9)}\n` : '') + laid.trimEnd();
}

function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
