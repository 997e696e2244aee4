// The element dictionary as the form shows it: a box is there while somebody who is plugged in gets what is typed into it (1 + N + X; N2:
// channels do die). Parts of an imported message that are carried through unread are nobody's and stay; so does the list of packages, which
// the platform itself reads: each is an object that an authority can name (P5).
import { recipientIndex } from '../mapping/index.ts';
import type { Dictionary } from './contract.ts';
import { elements, sections } from './elements.ts';

export function shownDictionary(): Dictionary {
  const index = recipientIndex();
  const stays = new Set(['carried', 'pieces']);
  const shown = elements.filter(({ id, group }) => stays.has(group) || (index[id] ?? []).length > 0);
  return { elements: shown, sections: sections.filter(({ id }) => shown.some((e) => e.section === id)) };
}
