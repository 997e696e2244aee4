// `npm run export-cursor -- POSITION|start|end`: where the stream for data platforms goes on, on whatever stream is there now. For a
// stream that was lost or made anew (docs/operate.md); without a word it says where it stands. Needs DATABASE_URL.
import { readExport, setExport } from '../src/runtime/bus/store-export.ts';
import { createDatabase } from '../src/runtime/database/connect.ts';
import { lastPosition } from '../src/runtime/outbox/store.ts';

const [word] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!url || (word !== undefined && !/^(start|end|\d{1,15})$/.test(word))) {
  process.stderr.write(
    '用法 / usage: DATABASE_URL=postgresql://… npm run export-cursor -- [POSITION|start|end]\n' +
      '  POSITION：其后的事件将被发出 / events after it are told; start: 0; end: only what comes from now on\n',
  );
  process.exit(2);
}
const database = createDatabase(url, { maxConnections: 1 });
try {
  const last = await lastPosition(database.kysely);
  if (word === undefined) {
    const { position, streamCreated } = await readExport(database.kysely);
    process.stdout.write(`${position} / ${last}  ${streamCreated ?? '(尚无数据流 / no stream yet)'}\n`);
  } else {
    const position = word === 'start' ? 0 : word === 'end' ? last : Math.min(Number(word), last);
    const before = await setExport(database.kysely, position);
    process.stdout.write(`游标 / cursor: ${before.position} → ${position} (/ ${last})\n`);
  }
} finally {
  await database.close();
}
