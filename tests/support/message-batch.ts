// Several messages in one body, written by hand as a partner's program would: not by Portico's own writer.
export const batchType = 'multipart/form-data; boundary=portico-test';
const part = (head: string, text: string) =>
  `--portico-test\r\nContent-Disposition: form-data; ${head}\r\nContent-Type: application/xml\r\n\r\n${text}\r\n`;
export const batchOf = (messages: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    [
      part('name="index"', JSON.stringify(Object.keys(messages).map((id) => ({ id })))),
      ...Object.entries(messages).map(([id, text]) => part(`name="${id}"; filename="${id}.xml"`, text)),
      '--portico-test--\r\n',
    ].join(''),
  );
