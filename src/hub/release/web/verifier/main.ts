// The page that checks a release without network (P7): one file, opened from disk, that sends nothing and loads nothing; its policy forbids
// it. Key set and revocation list lie in it when it is downloaded at the gate desk, newer ones can be read from files.
import { judgeToken, readKeySet, type ReleaseKeySet } from '../../../../kernel/release-token.ts';
import { checkSignature } from './check-signature.ts';

declare const BarcodeDetector:
  | (new (options: {
      formats: string[];
    }) => { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> })
  | undefined;
const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const token = at<HTMLTextAreaElement>('token');
const place = at<HTMLInputElement>('place');
const result = at('result');
const moment = (seconds: number): string =>
  new Date(seconds * 1000).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).concat(' (UTC+8)');

let keys: ReleaseKeySet = { keys: [] };
let list: string | undefined;
function take(text: string): void {
  const value = parse(text);
  const set = readKeySet(value);
  const given = (value as { list?: unknown } | undefined)?.list;
  if (set && set.keys.length > 0) keys = set;
  if (typeof given === 'string') list = given;
  else if (value === undefined && text.trim().startsWith('eyJ')) list = text.trim();
  at('published-note').textContent =
    `密钥 ${keys.keys.length} 个，撤销清单${list ? '已载入' : '未载入'} / ${keys.keys.length} keys, revocation list ${list ? 'loaded' : 'not loaded'}`;
}
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function line(name: string, value: string): HTMLElement[] {
  const [term, said] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = name;
  said.textContent = value;
  return [term, said];
}
function show(verdict: string, words: { zh: string; en: string }, rows: HTMLElement[]): void {
  const strong = document.createElement('strong');
  strong.textContent = words.zh;
  const english = document.createElement('div');
  english.lang = 'en';
  english.textContent = words.en;
  const facts = document.createElement('dl');
  facts.append(...rows);
  result.className = verdict;
  result.hidden = false;
  result.replaceChildren(strong, english, ...(rows.length > 0 ? [facts] : []));
}

async function check(): Promise<void> {
  if (!globalThis.crypto?.subtle)
    return show('unsure', { zh: '此浏览器不能核验签名', en: 'This browser cannot check signatures' }, []);
  const station = place.value.trim();
  const judged = await judgeToken({
    token: token.value,
    keys,
    now: Math.floor(Date.now() / 1000),
    check: checkSignature,
    ...(list === undefined ? {} : { list }),
    ...(station ? { place: station } : {}),
  });
  const { claims } = judged;
  show(judged.verdict, judged.reason, [
    ...(claims
      ? [
          ...line('放行 Release', claims.jti),
          ...line('货物 Goods', claims.sub),
          ...line('提货 Pick-up', claims.pickup),
          ...line('地点 Place', claims.place),
          ...line('有效至 Until', moment(claims.exp)),
          ...(claims.demo ? line('演示 Demo', '演示数据，不得凭此提货 / nothing may be handed over on it') : []),
        ]
      : []),
    ...(judged.list ? line('清单 List', `${judged.list.number} · ${moment(judged.list.iat)}`) : []),
  ]);
}

async function scan(): Promise<void> {
  const video = at<HTMLVideoElement>('camera');
  if (typeof BarcodeDetector === 'undefined') return;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  while (!video.hidden) {
    const [code] = await detector.detect(video);
    if (code) {
      token.value = code.rawValue;
      video.hidden = true;
    } else await new Promise((resolve) => setTimeout(resolve, 150));
  }
  for (const track of stream.getTracks()) track.stop();
  await check();
}

const said = (error: unknown): void =>
  show('unsure', { zh: `未能完成：${String(error)}`, en: `It could not be done: ${String(error)}` }, []);
at('check').addEventListener('click', () => void check().catch(said));
at('scan').addEventListener('click', () => void scan().catch(said));
at('scan').hidden = typeof BarcodeDetector === 'undefined' || !navigator.mediaDevices;
for (const id of ['keys', 'list'])
  at<HTMLInputElement>(id).addEventListener('change', async ({ target }) => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (file) take(await file.text());
  });
take(at('published').textContent ?? '');
