// The slip on paper (P7): one A4 page with the release in Chinese and English, its token as QR, and the token as attachment of the file, so
// that `npm run verify-release` reads the file as the gate reads the paper.
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { toPartnerTime } from '../../kernel/instant.ts';
import type { ReleaseView } from './contract.ts';
import { chineseFont } from './open-font.ts';

const MARGIN = 48;
const LABEL_WIDTH = 150;
const TEXT_WIDTH = 330;
/** Points. A phone reads modules of half a millimetre. */
const QR_SIZE = 230;
const INK = '#000000';
const WARNING = '#a8071a';

const moment = (instant: string): string => `${toPartnerTime(instant, 'yyyy-MM-dd HH:mm:ss')} (UTC+8)`;

export async function writeSlip(slip: {
  readonly release: ReleaseView;
  readonly token: string;
  readonly now: string;
  /** Goods or platform are invented: said across the page. */
  readonly demonstration: boolean;
  readonly keysUrl: string;
}): Promise<Buffer> {
  const { release, token, now, demonstration, keysUrl } = slip;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'zh-CN',
    info: { Title: `放行凭条 ${release.number}`, Creator: 'Portico', CreationDate: new Date(now) },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  pdf.registerFont('sc', chineseFont()).font('sc');
  pdf.fontSize(22).text('放行凭条 Release slip', MARGIN, MARGIN);
  if (demonstration)
    pdf
      .fillColor(WARNING)
      .fontSize(13)
      .text('演示数据，货物为虚构，不得凭此提货 / DEMONSTRATION: invented goods, nothing may be handed over on it')
      .fillColor(INK);
  let y = pdf.y + 12;
  const row = (zh: string, en: string, value: string) => {
    pdf.fontSize(10).text(`${zh} ${en}`, MARGIN, y + 2, { width: LABEL_WIDTH });
    const label = pdf.y;
    pdf.fontSize(12).text(value, MARGIN + LABEL_WIDTH, y, { width: TEXT_WIDTH });
    y = Math.max(label, pdf.y) + 6;
  };
  const both = (text: Bilingual): string => (text.zh === text.en ? text.zh : `${text.zh} / ${text.en}`);
  row('放行编号', 'Release', release.number);
  row('货物', 'Goods', both(release.objectLabel));
  row(
    '申报编号',
    'Shipment',
    `${release.shipmentNumber}（第 ${release.objectVersion} 版 / version ${release.objectVersion}）`,
  );
  row('提货单位', 'Pick-up party', release.pickupParty);
  row('提货地点', 'Place', `${both(release.place.name)}（${release.place.stationId}）`);
  row('签发时间', 'Granted', moment(release.grantedAt));
  row('有效至', 'Valid until', moment(release.validUntil));
  if (release.conditional)
    row(
      '附条件',
      'On conditions',
      '附条件放行，条件见放行指令 / Released on conditions; they stand in the instruction',
    );
  drawQr(pdf, token, MARGIN, y + 6);
  y += QR_SIZE + 16;
  pdf
    .fontSize(9)
    .text(`闸口请扫描二维码，联网或离线核验；本凭条可能已被撤销，以核验结果为准。公钥：${keysUrl}`, MARGIN, y, {
      width: LABEL_WIDTH + TEXT_WIDTH,
    })
    .text(
      'Scan the code at the gate and check it, with or without network. The release may have been revoked since: what the check says counts.',
    );
  pdf.file(Buffer.from(token), { name: `${release.number}.jwt`, type: 'application/jwt' });
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Runs of dark modules as rectangles, with the quiet zone that readers ask for. */
function drawQr(pdf: PDFDocument, token: string, left: number, top: number): void {
  const { size, data } = QRCode.create(token, { errorCorrectionLevel: 'L' }).modules;
  const module = QR_SIZE / (size + 8);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; ) {
      let end = column;
      while (end < size && data[row * size + end]) end += 1;
      if (end > column)
        pdf.rect(left + (column + 4) * module, top + (row + 4) * module, (end - column) * module, module);
      column = Math.max(end, column + 1);
    }
  pdf.fill(INK);
}
