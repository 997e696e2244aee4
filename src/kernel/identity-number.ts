// One spelling for numbers of persons and vehicles, so that two sides who digest them find the same (N4): GB 11643 resident
// numbers, passports and other travel documents, plates by GA 36. The kind stands before it, so that a passport is no plate.
import { checkResidentId } from './check-digits.ts';

/** Full-width forms become narrow, letters capital; blanks, dots and dashes go. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.·•・]/gu, '');

/** A resident number of the 15 digits before 1999 is that of the century 19 with its check character (GB 11643-1999). */
function residentNumber(text: string): string {
  if (!/^\d{15}$/.test(text)) return text;
  const longer = `${text.slice(0, 6)}19${text.slice(6)}`;
  const checked = checkResidentId(`${longer}0`);
  return checked.ok ? `${longer}0` : (checked.expected ?? longer);
}

/** `kind` of code list person-document-kind; without one a number that is a resident number by its shape counts as one. */
export function normalisePersonNumber(kind: string, number: string): string {
  const text = bare(number);
  if (text === '') return '';
  const isResident = kind === 'ID' || (kind === '' && /^(\d{15}|\d{17}[0-9X])$/.test(text));
  return isResident ? `GB11643:${residentNumber(text)}` : `${kind || 'PP'}:${text}`;
}

export function normalisePlate(plate: string): string {
  const text = bare(plate);
  return text === '' ? '' : `GA36:${text}`;
}
