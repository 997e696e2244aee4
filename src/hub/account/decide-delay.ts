// How long the next attempt waits after so many failures: nothing for a few, then growing, never so long that somebody is locked out by
// a stranger for a day (ASVS 6.3.1; 等保 身份鉴别: 登录失败处理). Pure.
const FIRST_MS = 30_000;
const MOST_MS = 15 * 60_000;

/** Failures that cost nothing: of one account, and of one address, behind which a whole office may sit. */
export const FREE = { account: 5, address: 50 } as const;
/** Failures are forgotten so long after the last. */
export const FORGOTTEN_MS = 24 * 3_600_000;

export function delayMs(kind: keyof typeof FREE, failures: number): number {
  const beyond = failures - FREE[kind];
  return beyond < 0 ? 0 : Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(beyond, 10));
}
