// What Singapore's trade platform says, read into facts (N14): its answer to the pre-advice, what happens at the transfer, its certificates, its
// questions. What is not known of a message is left alone.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { readCredential } from '../../kernel/credential.ts';
import { isInstant } from '../../kernel/instant.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

type Body = Readonly<Record<string, unknown>>;
type Step = { readonly outcome: 'acknowledged' | 'rejected' | 'noted'; readonly text: Bilingual };
const step = (outcome: Step['outcome'], zh: string, en: string): Step => ({ outcome, text: { zh, en } });

/** Function codes of a WCO response (11A). */
const answers: ReadonlyMap<string, Step> = new Map([
  ['01', step('acknowledged', '新加坡已受理预报', 'Singapore took the pre-advice')],
  ['03', step('rejected', '新加坡退回预报', 'Singapore rejected the pre-advice')],
  ['04', step('noted', '所引许可证有效', 'The permit named is valid')],
  ['44', step('noted', '新加坡已收到证书通知', 'Singapore has the word of the certificate')],
]);
/** What happens where the goods change from one means of transport to the next. */
const connections: ReadonlyMap<string, Step> = new Map([
  ['booked', step('noted', '续运已订舱', 'Onward transport is booked')],
  ['arrived', step('noted', '货物到达换装地', 'The goods reached the place of transfer')],
  ['transferred', step('noted', '货物已换装', 'The goods were transferred')],
  ['departed', step('noted', '续运已离开', 'Onward transport has left')],
  ['missed', step('noted', '未赶上续运，改配下一班', 'The connection was missed; the next one is taken')],
]);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
function textAt(body: Body, name: string, what: Bilingual): string {
  const value = body[name];
  if (!isText(value) || value.length > 64 * 1024)
    throw new UnreadableMessage(`${what.zh}（${name}）缺少或不正确`, `${what.en} (${name}) is missing or wrong`);
  return value;
}
const number = (body: Body) =>
  textAt(body, 'functionalReferenceId', { zh: '报文编号', en: 'The number of the message' }).slice(0, 100);
const aboutOf = (body: Body) => ({
  clientNumber: textAt(body, 'aboutReferenceId', { zh: '所答报文编号', en: 'The number it is about' }),
});
function timeAt(body: Body): string {
  const at = textAt(body, 'issueDateTime', { zh: '时间', en: 'The time' });
  if (!isInstant(at)) throw new UnreadableMessage(`时间不正确：${at}`, `The time is wrong: ${at}`);
  return at;
}

function answerOf(body: Body, steps: ReadonlyMap<string, Step>, code: string): InboundFact {
  const found = steps.get(code);
  if (!found) throw new UnreadableMessage(`状态未知：${code}`, `Unknown state: ${code}`);
  const note = isText(body.text) ? body.text.slice(0, 500) : '';
  const row = body.sequenceNumeric;
  return {
    fact: 'answer',
    about: aboutOf(body),
    outcome: found.outcome,
    text: note ? { zh: `${found.text.zh}（${note}）`, en: `${found.text.en} (${note})` } : found.text,
    at: timeAt(body),
    ...(isText(body.referenceId) ? { partnerNumber: body.referenceId.slice(0, 100) } : {}),
    ...(isText(body.pointer) ? { partnerField: body.pointer.slice(0, 100) } : {}),
    ...(Number.isSafeInteger(row) && (row as number) > 0 ? { row: (row as number) - 1 } : {}),
  };
}

const readers: Readonly<Record<string, (body: Body) => { format: string; facts: InboundFact[] }>> = {
  preAdviceResponse: (body) => {
    const code = textAt(body, 'functionCode', { zh: '功能码', en: 'The function code' });
    return { format: `pre-advice response ${code}`, facts: [answerOf(body, answers, code)] };
  },
  connectionNotice: (body) => {
    const state = textAt(body, 'state', { zh: '换装状态', en: 'The state of the transfer' });
    return { format: `connection ${state}`, facts: [answerOf(body, connections, state)] };
  },
  certificate: (body) => {
    const token = textAt(body, 'credential', { zh: '证书', en: 'The certificate' });
    if (!readCredential(token))
      throw new UnreadableMessage(
        '不是可核验证书（W3C VC 2.0，JWS）',
        'It is no verifiable credential (W3C VC 2.0, JWS)',
      );
    return { format: 'certificate', facts: [{ fact: 'credential', about: aboutOf(body), token }] };
  },
  certificateRevocation: (body) => {
    const because = isText(body.reason) ? body.reason.slice(0, 300) : '';
    return {
      format: 'certificate revocation',
      facts: [
        {
          fact: 'credential-revoked',
          about: aboutOf(body),
          issuer: textAt(body, 'issuer', { zh: '签发方', en: 'The issuer' }),
          number: textAt(body, 'credentialId', { zh: '证书编号', en: 'The number of the certificate' }),
          because: because ? { zh: because, en: because } : { zh: '签发方撤销', en: 'Revoked by its issuer' },
        },
      ],
    };
  },
  stateQuery: (body) => ({
    format: 'state query',
    facts: [{ fact: 'state-asked', about: aboutOf(body), question: number(body) }],
  }),
};
export const messageNames = Object.keys(readers);

export function interpret(bytes: Uint8Array): Interpretation {
  const whole = parseJson(bytes);
  const [name = '', body] = Object.entries(isObject(whole) ? whole : {})[0] ?? [];
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!reader || !isObject(body))
    throw new UnreadableMessage('不是中新互联互通报文', 'It is no message of the China–Singapore link');
  const said = reader(body);
  return { format: said.format, partnerMessageId: number(body), facts: said.facts };
}
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
