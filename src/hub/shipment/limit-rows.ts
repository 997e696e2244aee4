// How many rows a group of the form takes (P10): what is over it is refused at every door by the same words, and nothing of it is cut. Pure.
import type { Finding } from '../../kernel/finding.ts';
import { groups } from './contract.ts';
import { sections } from './elements.ts';
import { finding } from './rule.ts';

const MOST_ROWS = 5000;

export const findLongGroups = (raw: { readonly [id: string]: unknown }): Finding[] =>
  groups.flatMap((id) => {
    const rows = raw[id];
    if (!Array.isArray(rows) || rows.length <= MOST_ROWS) return [];
    const label = sections.find((one) => one.group === id)?.label ?? { zh: id, en: id };
    return [
      finding('rows-at-most', id, {
        value: String(rows.length),
        message: {
          zh: `“${label.zh}”有 ${rows.length} 行，一票至多 ${MOST_ROWS} 行`,
          en: `"${label.en}" has ${rows.length} rows, a shipment takes ${MOST_ROWS} at the most`,
        },
        remedy: {
          zh: '未保存任何内容；请分成几票申报',
          en: 'Nothing of it was kept; split it into several shipments',
        },
      }),
    ];
  });
