// A call that takes effect, as the walk over every route makes it.
import type { Account, World } from '../support/world.ts';

export type Act = {
  readonly path: string;
  readonly by?: Account;
  readonly body?: object | Uint8Array;
  /** In place of that account’s own. */
  /** Of bytes; octet-stream unless given. */
  readonly type?: string;
  readonly cookie?: string;
};
/** What has to be there first is made here; no other row needs it afterwards. */
export type Acts = Readonly<Record<string, (world: World) => Promise<Act> | Act>>;
