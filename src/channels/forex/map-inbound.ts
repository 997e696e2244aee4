// What the foreign exchange administration says: whether the data agrees with receipts and payments, what becomes of an application for the
// directory, and where an enterprise stands in it. To be agreed; fields that are not known are left in the bytes.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { DirectoryEntry, DirectoryFact } from '../../hub/directory/contract.ts';
import { isDay, isInstant } from '../../kernel/instant.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

export type Directory = {
  readonly uscc: string;
  readonly number: string;
  readonly grade: 'A' | 'B' | 'C';
  readonly state: 'registered' | 'ended' | 'refused';
  readonly validTo?: string;
};
export type Application = {
  readonly clientNumber: string;
  /** The administration's own, once it has taken the application up. */
  readonly number?: string;
  readonly result: 'accepted' | 'returned' | 'approved' | 'refused';
  readonly text: string;
  readonly textEn: string;
  readonly field?: string;
  /** From which day on what is approved holds. */
  readonly effectiveOn?: string;
};
export type Verification = {
  readonly clientNumber: string;
  readonly number: string;
  readonly result: 'verified' | 'differs' | 'noted';
  readonly text: string;
  readonly textEn: string;
  readonly field?: string;
  readonly row?: number;
};
export type ForexMessage = {
  readonly messageId: string;
  readonly at: string;
  readonly verification?: Verification;
  readonly directory?: Directory;
  /** With `directory` where it is approved: what stands there from then on. */
  readonly application?: Application;
};
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 500;

export function interpret(bytes: Uint8Array): Interpretation {
  const said = (parseJson(bytes) as { readonly forexMessage?: Partial<ForexMessage> | null } | null)?.forexMessage;
  if (!said || !isText(said.messageId) || !isText(said.at) || !isInstant(said.at))
    throw new UnreadableMessage('外汇报文缺少编号或时间', 'The foreign exchange message lacks its id or time');
  const { messageId, at } = said;
  const facts = [
    ...(said.verification ? [readVerification(said.verification, at)] : []),
    ...(said.application ? [readApplication(said.application, said.directory, at)] : []),
    ...(said.directory ? [readDirectory(said.directory, at)] : []),
  ];
  if (facts.length === 0) throw new UnreadableMessage('外汇报文没有内容', 'The foreign exchange message says nothing');
  return { format: 'forex-message', partnerMessageId: messageId, facts };
}

function readVerification(said: Partial<Verification>, at: string): InboundFact {
  const { clientNumber, number, result, text, textEn, field, row } = said;
  if (
    !isText(clientNumber) ||
    !isText(number) ||
    !isText(text) ||
    !isText(textEn) ||
    (result !== 'verified' && result !== 'differs' && result !== 'noted') ||
    (field !== undefined && !isText(field)) ||
    (row !== undefined && (!Number.isInteger(row) || row < 1))
  )
    throw new UnreadableMessage('外汇核验结果不完整', 'The verification is incomplete');
  return {
    fact: 'answer',
    about: { clientNumber },
    outcome: result === 'verified' ? 'acknowledged' : result === 'differs' ? 'rejected' : 'noted',
    text: { zh: text, en: textEn },
    at,
    partnerNumber: number,
    ...(field ? { partnerField: field } : {}),
    ...(row ? { row: row - 1 } : {}),
  };
}

const results: readonly unknown[] = ['accepted', 'returned', 'approved', 'refused'];
const isNone = (value: unknown): boolean => value === undefined;

function readApplication(
  said: Partial<Application>,
  directory: Partial<Directory> | undefined,
  at: string,
): DirectoryFact {
  const { clientNumber, number, result, text, textEn, field, effectiveOn } = said;
  const entry = result === 'approved' ? entryOf(directory, effectiveOn) : undefined;
  if (
    !isText(clientNumber) ||
    !isText(text) ||
    !isText(textEn) ||
    !results.includes(result) ||
    !(isNone(number) || isText(number)) ||
    !(isNone(field) || isText(field)) ||
    (result === 'approved' && !entry)
  )
    throw new UnreadableMessage(
      '对名录申请的答复不完整：同意时须有名录编号、类别和生效日期',
      'The answer to the application is incomplete: an approval has number, class and day',
    );
  return {
    fact: 'directory-answered',
    about: { clientNumber },
    outcome: result as DirectoryFact['outcome'],
    text: { zh: text, en: textEn },
    at,
    ...(number ? { partnerNumber: number } : {}),
    ...(field ? { partnerField: field } : {}),
    ...(entry ? { entry } : {}),
  };
}
/** What an approval puts into the directory; a registration that is refused there would contradict it. */
function entryOf(directory: Partial<Directory> | undefined, from: string | undefined): DirectoryEntry | undefined {
  const { number, grade, state, validTo } = directory ?? {};
  if (!isText(number) || !isText(from) || !isDay(from) || (state !== 'registered' && state !== 'ended'))
    return undefined;
  if (grade !== 'A' && grade !== 'B' && grade !== 'C') return undefined;
  return { number, grade, state, from, ...(validTo ? { validTo } : {}) };
}

const states = { registered: 'issued', ended: 'ended', refused: 'refused' } as const;
function readDirectory(said: Partial<Directory>, at: string): InboundFact {
  const { uscc, number, grade, state, validTo } = said;
  if (
    !isText(uscc) ||
    !isText(number) ||
    (grade !== 'A' && grade !== 'B' && grade !== 'C') ||
    (state !== 'registered' && state !== 'ended' && state !== 'refused') ||
    (validTo !== undefined && !isDay(validTo))
  )
    throw new UnreadableMessage('名录登记状态不完整', 'The directory entry is incomplete');
  return {
    fact: 'standing-said',
    standing: {
      kind: 'forex-directory',
      number,
      uscc,
      state: states[state],
      grade,
      issuer: '国家外汇管理局',
      text: { zh: `贸易外汇收支企业名录 ${grade} 类`, en: `Directory of enterprises in foreign trade, class ${grade}` },
      at,
      ...(validTo ? { validTo } : {}),
    },
  };
}
