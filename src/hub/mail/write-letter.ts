// The words of a letter: number, tone, sentence and link of each notice and nothing else, in Chinese first and English; plain text and
// simple HTML that loads nothing from anywhere (M2). Pure.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Tone } from '../notices/contract.ts';

export type Line = { readonly number?: string; readonly tone: Tone; readonly text: Bilingual; readonly link: string };
export type Words = { readonly subject: string; readonly text: string; readonly html: string };
type Footer = { readonly settingsLink: string; readonly demo: boolean };

const tones: Readonly<Record<Tone, Bilingual>> = {
  neutral: { zh: '通知', en: 'Notice' },
  good: { zh: '顺利', en: 'Good' },
  attention: { zh: '请注意', en: 'Attention' },
  bad: { zh: '有问题', en: 'Problem' },
};

/** What people typed may hold anything: in a letter it is one line. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 500);
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

export function writeNotices(lines: readonly Line[], footer: Footer): Words {
  const [only] = lines;
  const subject =
    lines.length === 1 && only
      ? [only.number ?? 'Portico', `${tones[only.tone].zh} / ${tones[only.tone].en}`].join(' · ')
      : `${lines.length} 条通知 / ${lines.length} notices`;
  const paragraphs = lines.map((line) => [
    `${line.number ? `${line.number} · ` : ''}${tones[line.tone].zh} / ${tones[line.tone].en}`,
    line.text.zh,
    line.text.en,
    line.link,
  ]);
  return finish(subject, paragraphs, [
    `更改或停止邮件通知 / Change or stop these e-mails: ${footer.settingsLink}`,
    ...(footer.demo
      ? [
          '演示环境：货物均为虚构，各方由模拟器应答。 / Demonstration: the goods are invented, the parties are simulators.',
        ]
      : []),
  ]);
}

export function writeConfirmation(link: string, hours: number): Words {
  return finish(
    '请确认邮箱 / Confirm your address',
    [
      [
        `有人在国际贸易单一窗口（Portico）以此邮箱订阅通知。若是您本人，请登录后打开以下链接确认（${hours} 小时内有效，仅可用一次）：`,
        `Somebody asked the Trade Single Window (Portico) to send notices to this address. If it was you, sign in and open this link to confirm it (valid for ${hours} hours, once):`,
        link,
      ],
    ],
    ['若非本人，请忽略本邮件。 / If it was not you, ignore this letter.'],
  );
}

export const writeAccountLetter = (letter: {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link: string;
}): Words =>
  finish(
    letter.subject,
    [[...letter.lines, letter.link]],
    [
      '若非本人操作，请忽略本邮件；无人能凭此知道您的密码。 / If this was not you, ignore the letter; nobody learns your password from it.',
    ],
  );

function finish(subject: string, paragraphs: readonly (readonly string[])[], footer: readonly string[]): Words {
  const clean = paragraphs.map((lines) => lines.map(oneLine));
  // The last line is ours; an address that somebody typed stays text.
  const htmlLine = (line: string, i: number, all: readonly string[]) =>
    i === all.length - 1 ? anchor(line) : escapeHtml(line);
  const anchor = (link: string) => `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
  const body = clean.map((lines) => `<p>${lines.map(htmlLine).join('<br>')}</p>`).join('\n');
  const foot = `<p><small>${footer.map((line) => escapeHtml(oneLine(line))).join('<br>')}</small></p>`;
  return {
    subject: oneLine(`[Portico] ${subject}`).slice(0, 150),
    text: [...clean.map((lines) => lines.join('\n')), `-- \n${footer.map(oneLine).join('\n')}`].join('\n\n'),
    html: `<!doctype html><html lang="zh-CN"><body>\n${body}\n<hr>\n${foot}\n</body></html>\n`,
  };
}
