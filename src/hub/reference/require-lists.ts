// A form element that names a code list nobody loaded would be checked against nothing: the start is refused instead.
import { partnerDay } from '../../kernel/instant.ts';
import type { Context } from '../../runtime/context.ts';
import { knownLists } from './store.ts';

export async function requireLists(context: Context, lists: readonly string[]): Promise<void> {
  const known = await knownLists(context, lists, partnerDay(context.now));
  const missing = lists.filter((list) => !known.has(list));
  if (missing.length > 0)
    throw new Error(
      `缺少代码表 ${missing.join('、')}：请在 built-in-lists.ts 中补上\ncode lists are missing: ${missing.join(', ')}; add them to built-in-lists.ts`,
    );
}
