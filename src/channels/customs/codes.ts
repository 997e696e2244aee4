// DEC_RESULT CHANNEL letters (formats §1.7): what each says to the filer, whether it is an instruction over the goods, and whether the
// declaration lies with customs from then on (海关法 26: it is then changed by application only). Letters of every public list; those that
// stand in one list alone are marked rare. `letters.md` has the same as a table, held to this by a test.
import type { InstructionKind, ReleaseTerm } from '../../hub/disposition/contract.ts';
import type { Ruling } from '../../hub/shipment/contract.ts';

export type ChannelLetter = {
  readonly zh: string;
  readonly en: string;
  readonly outcome: 'acknowledged' | 'rejected' | 'noted';
  readonly instruction?: InstructionKind;
  readonly term?: ReleaseTerm;
  readonly ruling?: Ruling['say'];
  /** In one public list only. */
  readonly rare?: true;
  /** Later letters of one second rank higher. */
  readonly rank: number;
};

const letter = (zh: string, en: string, rank: number, more: Partial<ChannelLetter> = {}): ChannelLetter => ({
  zh,
  en,
  rank,
  outcome: 'noted',
  ...more,
});
const taken = { ruling: 'taken' } as const;
const back = { outcome: 'rejected', ruling: 'given-back' } as const;
const released = { instruction: 'release', ruling: 'taken' } as const;
// 担保放行, 担保验放: the surety stands for the duties (NB18 二(十二)).
const surety = { instruction: 'conditional-release', term: 'surety', ruling: 'taken' } as const;
const deleted = { outcome: 'rejected', instruction: 'refuse', ruling: 'deleted' } as const;
const step = (of: string, zh: string, en: string, rank: number, more: Partial<ChannelLetter> = taken): ChannelLetter => letter(`${of}：${zh}`, `Two-step: ${en}`, rank, more);
const SUMMARY = '两步申报';

export const channelLetters: Readonly<Record<string, ChannelLetter>> = {
  '0': letter('暂存', 'Kept as draft', 1),
  '2': letter('QP 接收', 'Received by the pre-entry system', 2),
  '3': letter('上载成功', 'Uploaded', 3),
  '4': letter('上载失败', 'Upload failed', 3, back),
  '6': letter('QP 接收', 'Received by the pre-entry system', 2),
  '7': letter('申报成功', 'Filed', 10, { outcome: 'acknowledged' }),
  '8': letter('未申报，无权限', 'Not filed, no authority', 10, back),
  '9': letter('失败', 'Failed', 10, back),
  Y: letter('申报失败', 'Filing failed', 10, back),
  L: letter('海关入库', 'Received by customs', 20, { outcome: 'acknowledged', ...taken }),
  M: letter('重审', 'Examined again', 25, taken),
  N: letter('重传文件', 'Send the attachments again', 25, { ...taken, rare: true }),
  '1': letter('要求补充申报', 'Supplementary declaration wanted', 25, taken),
  H: letter('挂起', 'Suspended', 30, { ...taken, instruction: 'hold' }),
  G: letter('审结', 'Examined', 35, taken),
  J: letter('通关无纸化审结', 'Examined, paperless', 35, taken),
  W: letter('无纸验放通知', 'Paperless notice', 35, taken),
  T: letter('需交税费', 'Duties to be paid', 36, taken),
  E: letter('退单', 'Rejected', 40, back),
  Z: letter('退回修改', 'Returned for correction', 40, back),
  C: letter('查验通知', 'Inspection ordered', 50, { ...taken, instruction: 'inspect' }),
  S: letter('施检', 'Inspection under way', 51, { ...taken, rare: true }),
  B: letter('担保验放', 'Released under surety after inspection', 60, surety),
  K: letter('担保放行', 'Released under surety', 60, surety),
  P: letter('放行', 'Released', 70, released),
  I: letter('无纸放行', 'Released, paperless', 70, released),
  F: letter('放行交单', 'Released, papers handed in', 70, released),
  X: letter('准予进港', 'Admitted to the port', 71, { ...taken, rare: true }),
  a: letter('签证', 'Certificate issued', 72, { ...taken, rare: true }),
  R: letter('结关', 'Cleared', 80, taken),
  A: letter('放行前删除', 'Deleted before release', 90, deleted),
  D: letter('放行后删单', 'Deleted after release', 91, deleted),
  SpL: step(SUMMARY, '概要申报入库', 'summary received', 20, { outcome: 'acknowledged', ...taken }),
  SpE: step(SUMMARY, '概要申报退单', 'summary rejected', 40, back),
  SpJ: step(SUMMARY, '概要申报审结', 'summary examined', 35),
  Sp1: step(SUMMARY, '要求补充申报', 'supplementary declaration wanted', 25),
  SpC: step(SUMMARY, '概要申报查验通知', 'inspection ordered on the summary', 50, { ...taken, instruction: 'inspect' }),
  // 公告 2019-127: after the summary the goods may be lifted away; the complete declaration is still owed.
  SpK: step(SUMMARY, '概要申报放行（可提离）', 'summary released, the goods may be lifted away', 60, {
    ...taken,
    instruction: 'conditional-release',
    term: 'lift-away',
  }),
};
export const letterOf = (text: string): ChannelLetter | undefined => (Object.hasOwn(channelLetters, text) ? channelLetters[text] : undefined);
