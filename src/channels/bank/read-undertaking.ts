// Guarantees (关税总担保保函) and letters of credit as the bank reports them, in JSON. Nearest standards: ISO 20022 tsrv for guarantees, DB35/T
// 1960-2021 (JSON) for letters of credit; neither text is at hand, so the fields are ours, to be agreed.
import type { Interpretation } from '../../hub/mapping/contract.ts';
import type { Standing } from '../../hub/payment/contract.ts';
import { isDay, isInstant } from '../../kernel/instant.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { isAmount } from './read-iso.ts';

type Undertaking = {
  readonly messageId: string;
  readonly kind: 'guarantee' | 'letter-of-credit';
  readonly number: string;
  readonly applicantUscc: string;
  readonly bank: string;
  readonly state: Standing['state'];
  readonly currency: string;
  readonly amount: string;
  readonly used?: string;
  readonly validTo: string;
  readonly text: string;
  readonly textEn: string;
  readonly at: string;
};
const states: readonly string[] = ['issued', 'amended', 'used', 'ended', 'refused'];
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most;

export function interpretUndertaking(bytes: Uint8Array): Interpretation {
  const message = parseJson(bytes) as { readonly undertaking?: Partial<Undertaking> | null } | null;
  const u = message?.undertaking;
  if (
    !u ||
    !isText(u.messageId, 64) ||
    !isText(u.number, 64) ||
    !isText(u.applicantUscc, 18) ||
    !isText(u.bank, 140) ||
    !isText(u.text, 500) ||
    !isText(u.textEn, 500) ||
    (u.kind !== 'guarantee' && u.kind !== 'letter-of-credit') ||
    !u.state ||
    !states.includes(u.state) ||
    !/^[A-Z]{3}$/.test(u.currency ?? '') ||
    !isAmount(u.amount ?? '') ||
    (u.used !== undefined && !isAmount(u.used)) ||
    !isDay(u.validTo ?? '') ||
    !isInstant(u.at ?? '')
  )
    throw new UnreadableMessage(
      '保函或信用证状态不完整',
      'The state of the guarantee or letter of credit is incomplete',
    );
  const { messageId, kind, number, applicantUscc, bank, state, currency, amount, used, validTo, text, textEn, at } =
    u as Undertaking;
  return {
    format: kind,
    partnerMessageId: messageId,
    facts: [
      {
        fact: 'standing-said',
        standing: {
          kind,
          number,
          uscc: applicantUscc,
          state,
          currency,
          amount,
          validTo,
          issuer: bank,
          text: { zh: text, en: textEn },
          at,
          ...(used === undefined ? {} : { used }),
        },
      },
    ],
  };
}
