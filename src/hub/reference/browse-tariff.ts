// The tariff as a tree: chapters, headings, subheadings, each with the number of its lines on a day.
import type { Context } from '../../runtime/context.ts';
import { chapters } from './chapters.ts';
import type { TariffNode } from './contract.ts';
import { countUnder } from './store.ts';

/** Below a prefix of so many digits comes a level of so many. */
const next: Readonly<Record<number, number>> = { 0: 2, 2: 4, 4: 6, 6: 10 };

export async function browseTariff(context: Context, under: string, day: string): Promise<TariffNode[]> {
  const digits = next[under.length] ?? 10;
  const parts = await countUnder(context, under, digits, day);
  return parts.map(({ code, lines, first }) => ({ code, lines, name: (digits === 2 && chapters.get(code)) || first }));
}
