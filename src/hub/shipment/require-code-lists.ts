// Every code list that an element names must be loaded before anything is checked against it (P10).
import type { Context } from '../../runtime/context.ts';
import { requireLists } from '../reference/index.ts';
import { elements } from './elements.ts';

export const requireCodeLists = (context: Context): Promise<void> =>
  requireLists(context, [...new Set(elements.flatMap((e) => e.codeList ?? []))]);
