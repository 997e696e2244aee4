// A partner that takes whatever comes, alone or in batches, and does nothing else with it; a process of its own, so that its CPU is its own.
import { createServer } from 'node:http';

const INDEX_ENDS = Buffer.from(']\r\n--');
function answerTo(bytes: Buffer): string {
  // The index stands first; what is in the other parts is not looked at.
  const from = bytes.indexOf('[');
  const list = JSON.parse(bytes.subarray(from, bytes.indexOf(INDEX_ENDS, from) + 1).toString()) as { id: string }[];
  return JSON.stringify({ items: list.map(({ id }) => ({ id, status: 200 })) });
}

const server = createServer((request, reply) => {
  const isBatch = request.headers['content-type']?.startsWith('multipart/form-data') === true;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => reply.end(isBatch ? answerTo(Buffer.concat(chunks)) : undefined));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
process.once('disconnect', () => process.exit());
