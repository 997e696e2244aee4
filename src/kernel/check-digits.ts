// Check digits and shapes of the numbers on trade documents (formats §1.9, §4.2); each answer can propose the right digit.
import type { Bilingual } from './bilingual.ts';

export type NumberCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly expected?: string; readonly reason: Bilingual };
const ok: NumberCheck = { ok: true };
const shape = (zh: string, en: string): NumberCheck => ({ ok: false, reason: { zh, en } });
const digit = (expected: string): NumberCheck => ({
  ok: false,
  expected,
  reason: { zh: `校验位不符，应为 ${expected}`, en: `The check digit does not fit; expected ${expected}` },
});

/** ISO 6346: owner code, category U/J/Z, six digits, check digit. Letters count 10…38 without multiples of 11. */
export function checkContainer(text: string): NumberCheck {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(text))
    return shape(
      '集装箱号应为 4 位字母（第 4 位 U/J/Z）加 7 位数字',
      'A container number is four letters (the fourth U, J or Z) and seven digits',
    );
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += containerValue(text.charCodeAt(i)) * 2 ** i;
  const expected = text.slice(0, 10) + String((sum % 11) % 10);
  return expected === text ? ok : digit(expected);
}
function containerValue(code: number): number {
  if (code < 65) return code - 48;
  const position = code - 65;
  return 10 + position + Math.floor((position + 9) / 10);
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100 unified social credit code: 18 characters, weights 3^i mod 31. */
export function checkUscc(text: string): NumberCheck {
  if (text.length !== 18 || [...text].some((c) => !USCC_ALPHABET.includes(c)))
    return shape(
      '统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）',
      'A USCC has 18 digits or capitals without I, O, S, V, Z',
    );
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += USCC_ALPHABET.indexOf(text.charAt(i)) * weight;
    weight = (weight * 3) % 31;
  }
  const expected = text.slice(0, 17) + USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
  return expected === text ? ok : digit(expected);
}

/** GB 11714 organisation code: eight characters and a check character. */
export function checkOrganisationCode(text: string): NumberCheck {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(text))
    return shape(
      '组织机构代码应为 8 位数字或大写字母加 1 位校验码',
      'An organisation code is eight characters and a check character',
    );
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(text.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  const expected = text.slice(0, 8) + (check === 10 ? 'X' : String(check % 11));
  return expected === text ? ok : digit(expected);
}

/** GB 11643 resident identity number. */
export function checkResidentId(text: string): NumberCheck {
  if (!/^\d{17}[0-9X]$/.test(text))
    return shape('身份证号应为 17 位数字加 1 位校验码', 'A resident id is 17 digits and a check character');
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0);
  const expected = text.slice(0, 17) + '10X98765432'.charAt(sum % 11);
  return expected === text ? ok : digit(expected);
}

/** IMO ship number: six digits weighted 7…2, last digit of the sum. */
export function checkImo(text: string): NumberCheck {
  if (!/^\d{7}$/.test(text)) return shape('IMO 编号应为 7 位数字', 'An IMO number has seven digits');
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += Number(text.charAt(i)) * (7 - i);
  const expected = text.slice(0, 6) + String(sum % 10);
  return expected === text ? ok : digit(expected);
}

/** IATA air waybill: airline prefix 3, serial 7, check digit = serial mod 7; with or without a hyphen. */
export function checkAirWaybill(text: string): NumberCheck {
  const match = /^(\d{3}-?)(\d{7})(\d)$/.exec(text);
  if (!match)
    return shape('航空主运单号应为 3 位航司代码加 8 位数字', 'An air waybill is a three-digit prefix and eight digits');
  const [, prefix = '', serial = '', check] = match;
  const expected = String(Number(serial) % 7);
  return expected === check ? ok : digit(prefix + serial + expected);
}

/** GS1 serial shipping container code: 17 digits weighted 3 and 1 in turn, and the digit that makes the sum a multiple of ten. */
export function checkSscc(text: string): NumberCheck {
  if (!/^\d{18}$/.test(text)) return shape('SSCC 应为 18 位数字', 'An SSCC has 18 digits');
  const sum = [...text.slice(0, 17)].reduce((total, one, i) => total + Number(one) * (i % 2 === 0 ? 3 : 1), 0);
  const expected = text.slice(0, 17) + String((10 - (sum % 10)) % 10);
  return expected === text ? ok : digit(expected);
}

/** Customs declaration number: office 4, year 4, 1 import / 0 export, serial 9. */
export function checkDeclarationNumber(text: string): NumberCheck {
  return /^\d{4}(19|20)\d{2}[01]\d{9}$/.test(text)
    ? ok
    : shape(
        '报关单号应为 18 位：关区 4 位、年份 4 位、进出口标志 1 位、流水 9 位',
        'A declaration number has 18 digits: office 4, year 4, direction 1, serial 9',
      );
}

/** Customs registration of an enterprise: ten characters, the first five a district. */
export function checkCustomsRegistration(text: string): NumberCheck {
  return /^\d{5}[0-9A-Z]{5}$/.test(text)
    ? ok
    : shape(
        '海关注册编码应为 10 位，前 5 位为数字',
        'A customs registration has ten characters, the first five digits',
      );
}
