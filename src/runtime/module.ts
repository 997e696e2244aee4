// What a module's door offers to `main.ts`: routes, migrations, refusals. One folder = one schema = one route prefix.
import type { Bilingual } from '../kernel/bilingual.ts';
import type { RefusalDefinition } from '../kernel/refusal.ts';
import type { RouteDefinition } from './http/route.ts';
import type { SealedColumn } from './identity/store-sealed.ts';

export type Module = {
  /** Folder name = database schema = event prefix. */
  readonly id: string;
  readonly name: Bilingual;
  readonly routes: readonly RouteDefinition[];
  /** Folder of numbered `.sql` files, `new URL('./migrations/', import.meta.url)`. */
  readonly migrations?: URL;
  readonly refusals: Readonly<Record<string, RefusalDefinition>>;
  /** Columns of its tables that hold something sealed. */
  readonly sealed?: readonly SealedColumn[];
};
