// Where a record on the phone stands.
import { useSay } from '../../../../web/language.tsx';
import type { Entry, EntryState } from './field-store.ts';

const words: Readonly<Record<EntryState, readonly [zh: string, en: string, colour: string]>> = {
  open: ['填写中，已存本机', 'Being entered, kept here', 'blue'],
  waiting: ['等待上传', 'Waiting to be sent', 'orange'],
  sent: ['已登记', 'Recorded', 'green'],
  refused: ['未被接受，内容仍在', 'Not taken, kept here', 'red'],
};

export function EntryTag({ entry }: { entry: Entry | undefined }) {
  const say = useSay();
  if (!entry) return null;
  const [zh, en, colour] = words[entry.state];
  return <span className={`tag tag-${colour}`}>{say(zh, en)}</span>;
}
