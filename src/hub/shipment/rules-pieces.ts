// Rules about packages and parcels listed by number (P5, P10): each named once, in a box and with goods lines that the form has, all or none.
import * as checks from '../../kernel/check-digits.ts';
import type { Finding } from '../../kernel/finding.ts';
import { rowsOf, textOf } from './normalise-form.ts';
import { linesIn, MOST_PIECES, piecesOf, plainNumber } from './read-pieces.ts';
import { finding, type Rule } from './rule.ts';

const SHAPE = /^[0-9A-Z][0-9A-Z/. -]{0,34}$/i;

const pieceNumber: Rule = ({ form }) =>
  piecesOf(form).flatMap((piece): Finding[] => {
    const path = `pieces[${piece.row}].pieceNumber`;
    if (!SHAPE.test(piece.number))
      return [
        finding('piece-number-shape', path, {
          value: piece.number,
          message: {
            zh: `件号“${piece.number}”应为字母、数字、斜杠、点、空格或连字符，以字母或数字开头`,
            en: `The number ${piece.number} has letters, digits, slash, point, space and hyphen only and begins with one of the first two`,
          },
          remedy: {
            zh: '请填写唛头中的件号、SSCC 或运单号',
            en: 'Give the number in its mark, its SSCC or its waybill number',
          },
        }),
      ];
    const digits = plainNumber(piece.number);
    const sscc = checks.checkSscc(digits);
    if (!/^\d{18}$/.test(digits) || piece.type !== 'package' || sscc.ok) return [];
    return [
      finding('sscc-check-digit', path, {
        severity: 'warning',
        value: piece.number,
        message: sscc.reason,
        remedy: {
          zh: '若为 SSCC 请核对原件；否则按唛头处理，仅在本提运单下有效',
          en: 'Check the original if it is an SSCC; otherwise it counts as a mark, good beneath its bill only',
        },
        ...(sscc.expected ? { proposal: sscc.expected } : {}),
      }),
    ];
  });

const piecesUnique: Rule = ({ form }) => {
  const seen = new Set<string>();
  return piecesOf(form).flatMap((piece): Finding[] => {
    if (!seen.has(piece.key)) {
      seen.add(piece.key);
      return [];
    }
    return [
      finding('piece-once', `pieces[${piece.row}].pieceNumber`, {
        value: piece.number,
        message: { zh: `件号 ${piece.number} 重复`, en: `Number ${piece.number} is listed twice` },
        remedy: { zh: '请合并为一行', en: 'Merge the rows' },
      }),
    ];
  });
};

const pieceBoxes: Rule = ({ form }) => {
  const boxes = new Set(rowsOf(form, 'containers').map((row) => plainNumber(row.containerNumber ?? '')));
  return piecesOf(form).flatMap((piece): Finding[] =>
    piece.container === '' || boxes.has(plainNumber(piece.container))
      ? []
      : [
          finding('piece-box-listed', `pieces[${piece.row}].pieceContainer`, {
            value: piece.container,
            message: {
              zh: `集装箱 ${piece.container} 不在本票集装箱中`,
              en: `Container ${piece.container} is not among the containers of the case`,
            },
            remedy: {
              zh: '请在“集装箱”中列出该箱，或清空此项',
              en: 'List the container under Containers, or leave this empty',
            },
          }),
        ],
  );
};

/** Lines a package claims to hold must exist, and lie in its box where the box says what is in it. */
const pieceLines: Rule = ({ form }) => {
  const lines = new Set(rowsOf(form, 'goods').map((row, i) => row.lineNumber ?? String(i + 1)));
  const boxes = new Map(
    rowsOf(form, 'containers').map((row) => [plainNumber(row.containerNumber ?? ''), linesIn(row.containerGoods)]),
  );
  return piecesOf(form).flatMap((piece): Finding[] => {
    const box = boxes.get(plainNumber(piece.container)) ?? [];
    const path = `pieces[${piece.row}].pieceGoods`;
    const strange = piece.lines.filter((n) => !lines.has(n));
    const elsewhere = piece.lines.filter((n) => box.length > 0 && !box.includes(n));
    if (strange.length > 0)
      return [
        finding('piece-lines-exist', path, {
          value: strange.join(','),
          message: { zh: `商品项号 ${strange.join('、')} 不存在`, en: `There is no goods line ${strange.join(', ')}` },
          remedy: { zh: '请填写已有的商品序号，以半角逗号分隔', en: 'Give existing line numbers separated by commas' },
        }),
      ];
    if (elsewhere.length === 0) return [];
    return [
      finding('piece-lines-in-box', path, {
        value: elsewhere.join(','),
        message: {
          zh: `商品项 ${elsewhere.join('、')} 不在集装箱 ${piece.container} 中`,
          en: `Goods line ${elsewhere.join(', ')} is not in container ${piece.container}`,
        },
        remedy: {
          zh: '请更正件内商品项号，或该箱的商品项号',
          en: 'Correct the goods lines of the package, or those of the container',
        },
      }),
    ];
  });
};

/** What is not listed would be released with nothing: outside boxes all are listed, or none. */
const piecesComplete: Rule = ({ form, step }) => {
  const pieces = piecesOf(form);
  if (pieces.length > MOST_PIECES)
    return [
      finding('pieces-at-most', 'pieces', {
        value: String(pieces.length),
        message: {
          zh: `列出了 ${pieces.length} 件，一票最多 ${MOST_PIECES} 件`,
          en: `${pieces.length} are listed; a case has at most ${MOST_PIECES}`,
        },
        remedy: { zh: '请分票申报，或不逐件列出', en: 'Split the case, or list none' },
      }),
    ];
  const count = textOf(form, 'packageCount');
  const boxed = rowsOf(form, 'containers').some((row) => row.containerNumber);
  if (step !== 'declare' || pieces.length === 0 || boxed || count === '' || count === String(pieces.length)) return [];
  return [
    finding('pieces-complete', 'pieces', {
      value: String(pieces.length),
      message: {
        zh: `逐件清单有 ${pieces.length} 件，申报件数为 ${count}`,
        en: `${pieces.length} are listed, and ${count} packages are declared`,
      },
      remedy: { zh: '请列全各件或更正件数；也可不逐件列出', en: 'List every one or correct the count; or list none' },
    }),
  ];
};

/** Where neither says what is in which, every line may lie in every package: of so many that says nothing any more. */
const MOST_PLACES = 50_000;
const pieceLinesNamed: Rule = ({ form }) => {
  const open = piecesOf(form).filter((piece) => piece.lines.length === 0).length;
  const goods = rowsOf(form, 'goods').length;
  if (open * goods <= MOST_PLACES) return [];
  return [
    finding('piece-lines-named', 'pieces', {
      value: String(open),
      message: {
        zh: `${open} 件未填件内商品项号，而商品有 ${goods} 项`,
        en: `${open} name no goods lines, and there are ${goods} goods lines`,
      },
      remedy: { zh: '请填写各件的件内商品项号', en: 'Name the goods lines in each' },
    }),
  ];
};

export const pieceRules: readonly Rule[] = [
  pieceNumber,
  piecesUnique,
  pieceBoxes,
  pieceLines,
  piecesComplete,
  pieceLinesNamed,
];
