// What the municipal approval office decides, read into facts (P3, N13). What is not known of a message is left alone.
import { recogniseFile } from '../../hub/documents/index.ts';
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { isInstant } from '../../kernel/instant.ts';
import { parseNamed } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

/** Steps of an application: 受理, 补正, 准予, 不予 (行政许可法 32, 37, 38). */
const steps = {
  accepted: 'noted',
  supplement: 'rejected',
  granted: 'acknowledged',
  refused: 'rejected',
} as const;

export type Decision = {
  clientNumber: string;
  step: keyof typeof steps;
  /** Of the application; of the approval, once it is granted. */
  number: string;
  sequence: number;
  text: string;
  textEn?: string;
  at: string;
  /** Which field of ours is to be mended, e.g. `goods/quantity`, and in which of its rows, from 1. */
  field?: string;
  row?: number;
  papers?: readonly Paper[];
};
/** `content`: base64. */
type Paper = { name: string; nameEn?: string; fileName: string; content: string };

const MOST_PAPERS = 20;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRow = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;

export function interpret(bytes: Uint8Array): Interpretation {
  const d = parseNamed(bytes, 'approvalDecision') as Partial<Decision> as Decision;
  if (![d.clientNumber, d.number, d.text].every(isText) || !isText(d.at) || !isInstant(d.at))
    throw new UnreadableMessage('审批决定不完整', 'The decision is incomplete');
  if (!Object.hasOwn(steps, d.step))
    throw new UnreadableMessage(`审批环节未知：${d.step}`, `Unknown step of an approval: ${d.step}`);
  if (!Number.isInteger(d.sequence)) throw new UnreadableMessage('审批决定没有序号', 'The decision has no sequence');
  const about = { clientNumber: d.clientNumber };
  const answer: InboundFact = {
    fact: 'answer',
    about,
    outcome: steps[d.step],
    text: { zh: d.text, en: isText(d.textEn) ? d.textEn : d.text },
    at: d.at,
    partnerNumber: d.number,
    ...(isText(d.field) ? { partnerField: d.field } : {}),
    ...(isRow(d.row) ? { row: d.row - 1 } : {}),
  };
  return {
    format: `approval-decision ${d.step}`,
    partnerMessageId: `${d.number}/${d.sequence}`,
    facts: [answer, ...papersOf(d).map((paper): InboundFact => ({ fact: 'file', about, ...paper }))],
  };
}

/** What the library does not take is told to the partner, not lost on the way. */
function papersOf({ papers = [] }: Decision) {
  if (!Array.isArray(papers) || papers.length > MOST_PAPERS)
    throw new UnreadableMessage(
      `附件应为不超过 ${MOST_PAPERS} 件的列表`,
      `Papers are a list of ${MOST_PAPERS} at most`,
    );
  return (papers as readonly Paper[]).map((paper) => {
    if (!paper || ![paper.name, paper.fileName, paper.content].every(isText))
      throw new UnreadableMessage('附件缺少名称、文件名或内容', 'A paper lacks name, file name or content');
    if (!recogniseFile(Buffer.from(paper.content, 'base64')))
      throw new UnreadableMessage(
        `附件 ${paper.fileName} 不是 PDF、OFD、JPEG、PNG 或 TIFF`,
        `The paper ${paper.fileName} is no PDF, OFD, JPEG, PNG or TIFF`,
      );
    const name = { zh: paper.name, en: isText(paper.nameEn) ? paper.nameEn : paper.name };
    return { name, fileName: paper.fileName.slice(0, 200), content: paper.content };
  });
}
