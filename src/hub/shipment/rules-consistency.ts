// Rules between values: sums, masses, references, licences needed by tariff line (P10; formats §1.5, §4.3).
import {
  addDecimals,
  compareDecimals,
  differenceOf,
  isDecimal,
  multiplyDecimals,
  shorten,
  toScale,
} from '../../kernel/decimal.ts';
import type { Finding } from '../../kernel/finding.ts';
import { rowsOf, textOf } from './normalise-form.ts';
import { finding, type Rule } from './rule.ts';

const grossNotBelowNet: Rule = ({ form }) => {
  const gross = textOf(form, 'grossMassKg');
  const net = textOf(form, 'netMassKg');
  if (!isDecimal(gross) || !isDecimal(net) || compareDecimals(gross, net) >= 0) return [];
  return [
    finding('gross-not-below-net', 'grossMassKg', {
      value: gross,
      message: { zh: `毛重 ${gross} 小于净重 ${net}`, en: `Gross mass ${gross} is below net mass ${net}` },
      remedy: { zh: '请核对装箱单', en: 'Check the packing list' },
    }),
  ];
};

/** A line's total is quantity × unit price; what rounding of the unit price to 4 places explains is accepted. */
const lineTotal: Rule = ({ form }) =>
  rowsOf(form, 'goods').flatMap((row, i): Finding[] => {
    const { quantity = '', unitPrice = '', totalPrice = '' } = row;
    if (![quantity, unitPrice, totalPrice].every(isDecimal)) return [];
    const product = multiplyDecimals(quantity, unitPrice);
    const tolerance = addDecimals(['0.01', multiplyDecimals(quantity, '0.00005')]);
    if (compareDecimals(differenceOf(product, totalPrice), tolerance) <= 0) return [];
    const proposal = shorten(toScale(product, 2));
    return [
      finding('line-total', `goods[${i}].totalPrice`, {
        value: totalPrice,
        proposal,
        message: {
          zh: `总价应为 数量×单价 = ${proposal}`,
          en: `The total should be quantity × unit price = ${proposal}`,
        },
        remedy: { zh: '请更正单价或总价', en: 'Correct unit price or total' },
      }),
    ];
  });

const oneCurrency: Rule = ({ form }) => {
  const currencies = [...new Set(rowsOf(form, 'goods').flatMap((row) => (row.currency ? [row.currency] : [])))];
  if (currencies.length < 2) return [];
  return [
    finding('one-currency', 'goods', {
      severity: 'warning',
      value: currencies.join(' '),
      message: {
        zh: `商品使用了多种币制：${currencies.join('、')}`,
        en: `The goods lines use several currencies: ${currencies.join(', ')}`,
      },
      remedy: { zh: '同一报关单一般使用一种币制，请核对', en: 'A declaration usually has one currency; please check' },
    }),
  ];
};

const containerMass: Rule = ({ form }) => {
  const masses = rowsOf(form, 'containers').flatMap((row) =>
    isDecimal(row.containerGoodsMassKg) ? [row.containerGoodsMassKg ?? '0'] : [],
  );
  const gross = textOf(form, 'grossMassKg');
  if (masses.length === 0 || !isDecimal(gross) || compareDecimals(addDecimals(masses), gross) <= 0) return [];
  return [
    finding('container-mass-within-gross', 'containers', {
      value: addDecimals(masses),
      message: {
        zh: `箱货重量合计 ${addDecimals(masses)} 超过毛重 ${gross}`,
        en: `Goods masses of the containers add up to ${addDecimals(masses)}, above the gross mass ${gross}`,
      },
      remedy: { zh: '请核对各箱重量', en: 'Check the mass of each container' },
    }),
  ];
};

const containersUnique: Rule = ({ form }) => {
  const seen = new Set<string>();
  return rowsOf(form, 'containers').flatMap((row, i): Finding[] => {
    const number = row.containerNumber ?? '';
    if (number === '' || !seen.has(number)) {
      seen.add(number);
      return [];
    }
    return [
      finding('container-once', `containers[${i}].containerNumber`, {
        value: number,
        message: { zh: `集装箱 ${number} 重复`, en: `Container ${number} is listed twice` },
        remedy: { zh: '请合并为一行', en: 'Merge the rows' },
      }),
    ];
  });
};

/** Lines a container claims to hold must exist. */
const containerLines: Rule = ({ form }) => {
  const lines = new Set(rowsOf(form, 'goods').map((row) => row.lineNumber));
  return rowsOf(form, 'containers').flatMap((row, i): Finding[] => {
    const strange = (row.containerGoods ?? '')
      .split(',')
      .map((s) => s.trim())
      .filter((n) => n !== '' && !lines.has(n));
    if (strange.length === 0) return [];
    return [
      finding('container-lines-exist', `containers[${i}].containerGoods`, {
        value: strange.join(','),
        message: { zh: `商品项号 ${strange.join('、')} 不存在`, en: `There is no goods line ${strange.join(', ')}` },
        remedy: { zh: '请填写已有的商品序号，以半角逗号分隔', en: 'Give existing line numbers separated by commas' },
      }),
    ];
  });
};

const linesNumbered: Rule = ({ form }) =>
  rowsOf(form, 'goods').flatMap((row, i): Finding[] =>
    !row.lineNumber || row.lineNumber === String(i + 1)
      ? []
      : [
          finding('lines-numbered', `goods[${i}].lineNumber`, {
            value: row.lineNumber,
            proposal: String(i + 1),
            message: { zh: `商品序号应为 ${i + 1}`, en: `The line number should be ${i + 1}` },
            remedy: { zh: '序号从 1 起连续', en: 'Lines count from 1 without gaps' },
          }),
        ],
  );

const tariffKnown: Rule = ({ form, lookup }) =>
  rowsOf(form, 'goods').flatMap((row, i): Finding[] => {
    const code = row.hsCode ?? '';
    if (code === '') return [];
    if (!/^\d{10}$/.test(code))
      return [
        finding('tariff-code-shape', `goods[${i}].hsCode`, {
          value: code,
          message: { zh: '商品编号应为 10 位数字', en: 'A commodity code has ten digits' },
          remedy: { zh: '请从税则中选择', en: 'Choose it from the tariff' },
        }),
      ];
    return lookup.tariff(code)
      ? []
      : [
          finding('tariff-code-known', `goods[${i}].hsCode`, {
            severity: 'warning',
            value: code,
            message: { zh: `税则库中没有 ${code}`, en: `${code} is not in the tariff loaded here` },
            remedy: {
              zh: '请核对编号；可由口岸办导入完整税则',
              en: 'Check the code; the port office can load the full tariff',
            },
          }),
        ];
  });

const statutoryUnits: Rule = ({ form, lookup, step }) =>
  rowsOf(form, 'goods').flatMap((row, i): Finding[] => {
    const line = lookup.tariff(row.hsCode ?? '');
    if (!line) return [];
    const found: Finding[] = [];
    if (row.firstUnit && row.firstUnit !== line.firstUnit)
      found.push(
        finding('first-statutory-unit', `goods[${i}].firstUnit`, {
          value: row.firstUnit,
          proposal: line.firstUnit,
          message: { zh: `第一法定单位应为 ${line.firstUnit}`, en: `The first statutory unit is ${line.firstUnit}` },
          remedy: { zh: '请按税则更正', en: 'Correct it by the tariff' },
        }),
      );
    if (step === 'declare' && line.secondUnit && !row.secondQuantity)
      found.push(
        finding('second-statutory-quantity', `goods[${i}].secondQuantity`, {
          message: {
            zh: `该税号有第二法定单位（${line.secondUnit}），缺少第二法定数量`,
            en: `This code has a second statutory unit (${line.secondUnit}); its quantity is missing`,
          },
          remedy: { zh: '请填写第二法定数量', en: 'Fill in the second statutory quantity' },
        }),
      );
    return found;
  });

/** Supervision documents that must be named before goods of a tariff line may be declared (证件代码, formats §4.1).
 * Not asked for: d, x and y, which belong to foreign aid, processing trade and border trade and not to the goods alone. */
const licenceLetters: Readonly<Record<'import' | 'export', readonly string[]>> = {
  import: ['1', '2', '7', 'O', 'F', 'P'],
  export: ['3', '4', '8', 'E', 'G'],
};
const licenceNeeded: Rule = ({ form, lookup, step }) => {
  if (step !== 'declare') return [];
  const given = new Set(rowsOf(form, 'licences').map((row) => row.licenceKind));
  const wanted = licenceLetters[textOf(form, 'direction') === 'export' ? 'export' : 'import'];
  return rowsOf(form, 'goods').flatMap((row, i): Finding[] => {
    const letters =
      lookup.tariff(row.hsCode ?? '')?.documents.filter((letter) => wanted.includes(letter) && !given.has(letter)) ??
      [];
    return letters.map((letter) =>
      finding('licence-needed-by-tariff', `goods[${i}].hsCode`, {
        value: row.hsCode ?? '',
        message: { zh: `该商品须提交监管证件“${letter}”`, en: `These goods need the supervision document "${letter}"` },
        remedy: {
          zh: '请在“随附单证”中填写证件代码和编号',
          en: 'Name its code and number under supervision documents',
        },
      }),
    );
  });
};

const dangerousGoods: Rule = ({ form }) =>
  rowsOf(form, 'goods').flatMap((row, i): Finding[] => {
    if (!row.unNumber || (row.dangerousName && row.dangerousPackClass)) return [];
    return [
      finding('dangerous-goods-complete', `goods[${i}].${row.dangerousName ? 'dangerousPackClass' : 'dangerousName'}`, {
        message: { zh: '危险货物须填写名称和危包类别', en: 'Dangerous goods need their name and packing group' },
        remedy: { zh: '请补充危险货物名称和危包类别', en: 'Add the dangerous goods name and the packing group' },
      }),
    ];
  });

const priceStatement: Rule = ({ form }) => {
  const value = textOf(form, 'priceStatement');
  if (value === '' || /^[019]{3,5}$/.test(value)) return [];
  return [
    finding('price-statement', 'priceStatement', {
      value,
      message: {
        zh: '价格说明为 3–5 位，每位 1 是、0 否、9 空',
        en: 'The price statement has 3 to 5 marks: 1 yes, 0 no, 9 empty',
      },
      remedy: { zh: '例如 00000', en: 'For example 00000' },
    }),
  ];
};

export const consistencyRules: readonly Rule[] = [
  grossNotBelowNet,
  lineTotal,
  oneCurrency,
  containerMass,
  containersUnique,
  containerLines,
  linesNumbered,
  tariffKnown,
  statutoryUnits,
  licenceNeeded,
  dangerousGoods,
  priceStatement,
];
