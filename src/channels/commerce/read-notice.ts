// What commerce says of a licence or a quota, beside its verdict on a filing: issued, amended, revoked, and what is left in its own books (N8). To be
// agreed; fields that are not known are left in the bytes.
import { type Amounts, dimensions, type Licence, type LicenceKind, licenceKinds } from '../../hub/licence/contract.ts';
import type { Interpretation } from '../../hub/mapping/contract.ts';
import { compareDecimals, fitsLength, isDecimal } from '../../kernel/decimal.ts';
import { isDay, isInstant } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

/** On the wire a licence is as the hub knows it, with the id of the message. */
export type LicenceNotice = Licence & { readonly messageId: string };

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= most;
const states = ['issued', 'amended', 'revoked'] as const;
const isCode = (value: unknown): value is string => typeof value === 'string' && /^\d{2,13}$/.test(value);
const MOST_GOODS = 200;

export function readNotice(said: unknown): Interpretation {
  const v = (typeof said === 'object' && said !== null ? said : {}) as Partial<LicenceNotice>;
  if (!isText(v.messageId, 100) || !isText(v.at, 40) || !isInstant(v.at))
    throw new UnreadableMessage('许可证通知缺少编号或时间', 'The licence notice lacks its id or time');
  const { number, kind, holderUscc, issuer, state, goods, validFrom, validTo, year, unit, currency } = v;
  if (
    !isText(number, 40) ||
    !isText(holderUscc, 18) ||
    !isText(issuer, 100) ||
    !licenceKinds.includes(kind as LicenceKind) ||
    !states.includes(state as 'issued') ||
    !Array.isArray(goods) ||
    goods.length > MOST_GOODS ||
    !goods.every(isCode) ||
    !isText(validFrom, 10) ||
    !isText(validTo, 10) ||
    !isDay(validFrom) ||
    !isDay(validTo) ||
    validTo < validFrom
  )
    throw new UnreadableMessage('许可证通知不完整', 'The licence notice is incomplete');
  const granted = amountsOf(v.granted);
  const left = v.left === undefined ? undefined : amountsOf(v.left);
  if (granted.uses === undefined || (granted.quantity && !isText(unit, 3)) || (granted.value && !isText(currency, 3)))
    throw new UnreadableMessage('许可证通知缺少使用次数、数量单位或币制', 'The notice lacks uses, unit or currency');
  if ((kind === 'quota-certificate') !== Number.isInteger(year))
    throw new UnreadableMessage('配额须有年度，其他许可证没有', 'A quota has a year, other licences have none');
  // Otherwise what was written off before would be forgotten by another amount, or counted twice.
  if (state === 'amended' && left === undefined)
    throw new UnreadableMessage('变更通知须含余额', 'A notice of amendment says what is left');
  if (left && dimensions.some((d) => left[d] !== undefined && compareDecimals(left[d] ?? '0', granted[d] ?? '0') > 0))
    throw new UnreadableMessage('余额超过核准数', 'More is left than was granted');
  return {
    format: 'licence-notice',
    partnerMessageId: v.messageId,
    facts: [
      {
        fact: 'licence-told',
        licence: {
          number,
          kind: kind as LicenceKind,
          holderUscc,
          goods,
          granted,
          ...(unit ? { unit } : {}),
          ...(currency ? { currency } : {}),
          validFrom,
          validTo,
          ...(year === undefined ? {} : { year }),
          state: state as LicenceNotice['state'],
          issuer,
          at: new Date(v.at).toISOString(),
          ...(left ? { left } : {}),
        },
      },
    ],
  };
}

function amountsOf(said: unknown): Amounts {
  const found = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>;
  return Object.fromEntries(
    dimensions.flatMap((d) => {
      const amount = found[d];
      if (amount === undefined) return [];
      const scale = d === 'uses' ? '6,0' : '20,5';
      if (typeof amount !== 'string' || !isDecimal(amount) || amount.startsWith('-') || !fitsLength(amount, scale))
        throw new UnreadableMessage(`许可证通知中的 ${d} 不是数`, `${d} of the licence notice is no amount`);
      return [[d, amount]];
    }),
  );
}
