// DEC_RESULT CHANNEL letters (formats §1.7): what each says to the filer, and whether it is an instruction over the goods.
import type { InstructionKind } from '../../hub/disposition/contract.ts';

export type ChannelLetter = {
  readonly zh: string;
  readonly en: string;
  readonly outcome: 'acknowledged' | 'rejected' | 'noted';
  readonly instruction?: InstructionKind /** Later letters of one second rank higher. */;
  readonly rank: number;
};

const channelLetters: Readonly<Record<string, ChannelLetter>> = {
  '0': { zh: '暂存', en: 'Kept as draft', outcome: 'noted', rank: 1 },
  '2': { zh: 'QP 接收', en: 'Received by the pre-entry system', outcome: 'noted', rank: 2 },
  '3': { zh: '上载成功', en: 'Uploaded', outcome: 'noted', rank: 3 },
  '4': { zh: '上载失败', en: 'Upload failed', outcome: 'rejected', rank: 3 },
  '6': { zh: 'QP 接收', en: 'Received by the pre-entry system', outcome: 'noted', rank: 2 },
  '7': { zh: '申报成功', en: 'Filed', outcome: 'acknowledged', rank: 10 },
  '8': { zh: '未申报，无权限', en: 'Not filed, no authority', outcome: 'rejected', rank: 10 },
  '9': { zh: '失败', en: 'Failed', outcome: 'rejected', rank: 10 },
  Y: { zh: '申报失败', en: 'Filing failed', outcome: 'rejected', rank: 10 },
  L: { zh: '海关入库', en: 'Received by customs', outcome: 'acknowledged', rank: 20 },
  M: { zh: '重审', en: 'Examined again', outcome: 'noted', rank: 25 },
  N: { zh: '重传文件', en: 'Send the attachments again', outcome: 'noted', rank: 25 },
  '1': { zh: '要求补充申报', en: 'Supplementary declaration wanted', outcome: 'noted', rank: 25 },
  H: { zh: '挂起', en: 'Suspended', outcome: 'noted', instruction: 'hold', rank: 30 },
  G: { zh: '审结', en: 'Examined', outcome: 'noted', rank: 35 },
  J: { zh: '通关无纸化审结', en: 'Examined, paperless', outcome: 'noted', rank: 35 },
  W: { zh: '无纸验放通知', en: 'Paperless notice', outcome: 'noted', rank: 35 },
  T: { zh: '需交税费', en: 'Duties to be paid', outcome: 'noted', rank: 36 },
  E: { zh: '退单', en: 'Rejected', outcome: 'rejected', rank: 40 },
  Z: { zh: '退回修改', en: 'Returned for correction', outcome: 'rejected', rank: 40 },
  C: { zh: '查验通知', en: 'Inspection ordered', outcome: 'noted', instruction: 'inspect', rank: 50 },
  S: { zh: '施检', en: 'Inspection under way', outcome: 'noted', rank: 51 },
  B: {
    zh: '担保验放',
    en: 'Released under surety after inspection',
    outcome: 'noted',
    instruction: 'conditional-release',
    rank: 60,
  },
  K: { zh: '担保放行', en: 'Released under surety', outcome: 'noted', instruction: 'conditional-release', rank: 60 },
  P: { zh: '放行', en: 'Released', outcome: 'noted', instruction: 'release', rank: 70 },
  I: { zh: '无纸放行', en: 'Released, paperless', outcome: 'noted', instruction: 'release', rank: 70 },
  F: { zh: '放行交单', en: 'Released, papers handed in', outcome: 'noted', instruction: 'release', rank: 70 },
  X: { zh: '准予进港', en: 'Admitted to the port', outcome: 'noted', rank: 71 },
  a: { zh: '签证', en: 'Certificate issued', outcome: 'noted', rank: 72 },
  R: { zh: '结关', en: 'Cleared', outcome: 'noted', rank: 80 },
  A: { zh: '放行前删除', en: 'Deleted before release', outcome: 'rejected', instruction: 'refuse', rank: 90 },
  D: { zh: '放行后删单', en: 'Deleted after release', outcome: 'rejected', instruction: 'refuse', rank: 91 },
};
/** Two-step variants say the same of their step (formats §1.7). */
export const letterOf = (text: string): ChannelLetter | undefined => channelLetters[text] ?? channelLetters[text.replace(/^Sp/, '')];
