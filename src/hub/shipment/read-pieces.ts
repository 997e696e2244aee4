// The packages and parcels that a form lists by number (P5): which number names each, and where it lies. Pure.
import { checkSscc } from '../../kernel/check-digits.ts';
import { piecesAt } from '../reference/index.ts';
import type { Form } from './contract.ts';
import { rowsOf, textOf } from './normalise-form.ts';

export type Piece = {
  readonly type: 'package' | 'express-parcel' | 'mail';
  /** As typed. */
  readonly number: string;
  /** What names it everywhere. */
  readonly key: string;
  /** Number of the box it lies in; empty where it lies in none. */
  readonly container: string;
  /** A house bill of its own; empty where it is the case's. */
  readonly bill: string;
  /** Goods lines in it; empty where it says none. */
  readonly lines: readonly string[];
  /** Its row of the form. */
  readonly row: number;
};

/** So many numbers are listed of one case at most: each has a disposition and perhaps a release of its own. */
export const MOST_PIECES = 1000;

/**
 * Goods outside boxes are mail where they come as such (邮件运输 of the customs table of modes), and what the station holds where the form names
 * one (B16 三(一)3(2)).
 */
export const pieceType = (form: Form): Piece['type'] =>
  textOf(form, 'transportMode') === '6' ? 'mail' : (piecesAt(textOf(form, 'stationCode')) ?? 'package');

/** Spaces and hyphens in a number, and its case, mean nothing. */
export const plainNumber = (number: string): string => number.replace(/[\s-]/g, '').toUpperCase();

/** `number` of the case: what stands for the bill where there is none. */
export function piecesOf(form: Form, number = ''): Piece[] {
  const type = pieceType(form);
  const own = textOf(form, 'billNumber');
  return rowsOf(form, 'pieces').flatMap((row, index): Piece[] => {
    const typed = row.pieceNumber ?? '';
    const given = row.pieceBill ?? '';
    const bill = plainNumber(given) === plainNumber(own) ? '' : given;
    if (typed === '') return [];
    // A parcel's number and an SSCC name one thing in the world; a mark such as 1/10 names it beneath its bill only.
    const alone = type !== 'package' || checkSscc(plainNumber(typed)).ok;
    return [
      {
        type,
        number: typed,
        key: plainNumber(alone ? typed : `${bill || own || number}/${typed}`),
        container: row.pieceContainer ?? '',
        bill,
        lines: linesIn(row.pieceGoods),
        row: index,
      },
    ];
  });
}

/** `1,3` of a box or a package. */
export const linesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((s) => s.trim())
    .filter(Boolean);
