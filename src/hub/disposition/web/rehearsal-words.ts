// How a rehearsal went, in words (P5): how much was looked at, and how much of it is listed; whoever approves has to know what he does not see.
// Pure.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import type { Rehearsal } from '../contract.ts';

export function rehearsalWords(of: Rehearsal, at: string): readonly Bilingual[] {
  const { cases, objects, changed, days, cut } = of;
  const listed = of.listed.length;
  return [
    {
      zh: `预演（${of.by} ${at}）：最近 ${days} 天，看了 ${cases} 票、${objects} 个对象，${changed} 个的处置会变。`,
      en: `Rehearsed (${of.by} ${at}): in ${days} days ${cases} cases with ${objects} objects were looked at; ${changed} would change.`,
    },
    cut.cases
      ? {
          zh: `期间有指令的货物多于 ${cases} 票，只看了指令最新的 ${cases} 票，其余未预演。`,
          en: `More than ${cases} cases had words in that time: only the ${cases} with the latest words were rehearsed, the others were not.`,
        }
      : { zh: '期间有指令的货物全部看过。', en: 'These are all cases that had words in that time.' },
    cut.listed
      ? {
          zh: `下面只列出前 ${listed} 个，另有 ${changed - listed} 个未列出。`,
          en: `Only the first ${listed} are listed below; ${changed - listed} more are not.`,
        }
      : { zh: '会变的全部列出。', en: 'All that would change are listed.' },
  ];
}
