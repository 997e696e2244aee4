// How times, days and amounts stand in ISO 20022 messages of the bank.
import { fitsLength } from '../../kernel/decimal.ts';
import { isDay, readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { textAt, type XmlNode } from '../../runtime/codec/xml.ts';

export const looksLikeJson = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().startsWith('{');

/** ISO 20022 times have a zone or are local to the bank, which is here UTC+8. */
function readIsoTime(text: string): string | undefined {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  return readPartnerTime(text.split('.', 1)[0] ?? '');
}
export function mustTime(text: string): string {
  const at = readIsoTime(text);
  if (!at) throw new UnreadableMessage(`时间不可读：${text}`, `The time cannot be read: ${text}`);
  return at;
}
export const isAmount = (text: string): boolean => fitsLength(text, '18,5') && !text.startsWith('-');
export function amountAt(node: XmlNode | undefined, path: string): { amount: string; currency: string } | undefined {
  const amount = textAt(node, path);
  if (amount === '') return undefined;
  const at = path.split('/').reduce<XmlNode | undefined>((n, name) => n?.children.find((c) => c.name === name), node);
  const currency = at?.attributes.get('Ccy') ?? '';
  if (!isAmount(amount) || !/^[A-Z]{3}$/.test(currency))
    throw new UnreadableMessage(
      `金额或币种不可读：${amount} ${currency}`,
      `Amount or currency cannot be read: ${amount} ${currency}`,
    );
  return { amount, currency };
}
export const dayOf = (text: string): string | undefined => {
  const day = text.slice(0, 10);
  return isDay(day) ? day : undefined;
};
