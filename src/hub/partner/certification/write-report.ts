// The report on paper: who, when, which agreement, and each scenario with what was found; the signed file is attached, so that
// `npm run verify-certification` reads the PDF as well as the JSON.
import PDFDocument from 'pdfkit';
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { toPartnerTime } from '../../../kernel/instant.ts';
import { chineseFont } from '../../release/index.ts';
import { type CertificationFile, type CertificationReport, nameWord } from '../contract.ts';

const MARGIN = 48;
const WIDTH = 499;
const INK = '#000000';
const BAD = '#a8071a';
const SOFT = '#595959';
const moment = (instant: string): string => `${toPartnerTime(instant, 'yyyy-MM-dd HH:mm:ss')} (UTC+8)`;
const both = (text: Bilingual): string => (text.zh === text.en ? text.zh : `${text.zh} / ${text.en}`);
const states: Readonly<Record<string, string>> = {
  passed: '通过 / passed',
  failed: '未通过 / failed',
  skipped: '未进行 / not run',
};

export async function writeReport(
  report: CertificationReport,
  file: CertificationFile,
  keysUrl: string,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'zh-CN',
    info: {
      Title: `伙伴认证报告 ${report.id}`,
      Creator: 'Portico',
      CreationDate: new Date(report.endedAt ?? report.startedAt),
    },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  pdf.registerFont('sc', chineseFont()).font('sc');
  const line = (text: string, size = 10, colour = INK) =>
    pdf.fillColor(colour).fontSize(size).text(text, MARGIN, pdf.y, { width: WIDTH });
  line('伙伴认证报告 Partner certification', 20);
  if (report.demonstration)
    line(
      '演示：本报告由演示平台出具，不作为接入依据 / DEMONSTRATION: made by a demonstration, no ground for being connected',
      11,
      BAD,
    );
  line(
    report.passedAll ? '全部通过 / All passed' : `${report.failed} 项未通过 / ${report.failed} failed`,
    14,
    report.passedAll ? INK : BAD,
  );
  line(`通道 Channel：${both(report.channelName)}（${report.channel}）`);
  line(`测试地址 Test address：${report.endpoint}`);
  line(`伙伴联系人 Partner’s contact：${report.contact}`);
  line(`经办 Conducted by：${report.startedBy}`);
  line(`时间 Time：${moment(report.startedAt)} – ${moment(report.endedAt ?? report.startedAt)}`);
  line(`约定摘要 Digest of what is agreed：${report.profileDigest}`, 8, SOFT);
  line(`编号 Number：${report.id}`, 8, SOFT);
  pdf.moveDown(0.6);
  for (const step of report.steps) {
    line(`${step.number}. ${step.title.zh}`, 10, step.state === 'failed' ? BAD : INK);
    line(`${step.title.en} · ${states[step.state] ?? step.state}`, 8, SOFT);
    for (const found of step.findings) line(`✗ ${both(found)}`.replace('✗', '–'), 9, BAD);
    for (const message of step.messages)
      line(
        `${message.direction === 'out' ? '发' : '收'} ${toPartnerTime(message.at, 'yyyy-MM-dd HH:mm:ss')} ${message.outcome} ${message.says.map((word) => nameWord(word).zh).join('、')} sha256 ${message.digest.slice(0, 16)}…`,
        7,
        SOFT,
      );
    pdf.moveDown(0.25);
  }
  line(`核验 To verify：npm run verify-certification -- --keys KEYS.json FILE；公钥 keys：${keysUrl}`, 8, SOFT);
  pdf.file(Buffer.from(JSON.stringify(file)), { name: `certification-${report.id}.json`, type: 'application/json' });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
