// A draw's row as its states look at it.
import type { Standing } from './states.ts';
import type { DrawLine } from './store.ts';

export const iso = (at: string): string => new Date(at).toISOString();
export const standingOf = (line: DrawLine): Standing => ({
  openedAt: iso(line.opened_at),
  contributors: line.rule.contributors,
  contributed: line.contributed,
  contributeBy: line.rule.contributeBy,
  ...(line.frozen_at ? { frozenAt: iso(line.frozen_at) } : {}),
  ...(line.revealed_at ? { revealedAt: iso(line.revealed_at) } : {}),
  ...(line.last_contributed_at ? { lastContributedAt: iso(line.last_contributed_at) } : {}),
});
