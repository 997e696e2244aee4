// What has to be in the database before anybody works: code lists, in a demonstration its organisations, and the note of a restore.
import { shutDemoAccounts } from './hub/account/index.ts';
import { seedDemoOrganisations } from './hub/enterprise/index.ts';
import { noteRestore } from './hub/exchange/index.ts';
import { seedDemoYard } from './hub/inspection/index.ts';
import { requireErased } from './hub/ledger/index.ts';
import { loadBuiltIn } from './hub/reference/index.ts';
import { requireCodeLists } from './hub/shipment/index.ts';
import { seedDemoAuthority } from './hub/signatures/index.ts';
import type { Config } from './runtime/config.ts';
import { portico } from './runtime/context.ts';
import { lockStart } from './runtime/database/migrate.ts';
import type { UnitOfWork } from './runtime/unit-of-work.ts';

/** Nodes that start together do this one after the other. `say`: who hears that demo accounts were shut. */
export async function fillDatabase(
  unitOfWork: UnitOfWork,
  { config, say }: { readonly config: Config; readonly say: readonly ((line: string) => void)[] },
): Promise<void> {
  await unitOfWork.run(portico, async (context) => {
    await lockStart(context.db);
    // Whoever is refused has noted nothing: `erase-again` notes the restore before it adds an event of its own.
    if (config.erasures) await requireErased(context, config.erasures);
    await noteRestore(context);
    await loadBuiltIn(context);
    if (config.mode === 'demo') {
      await seedDemoOrganisations(context);
      await seedDemoAuthority(context);
      await seedDemoYard(context);
    } else {
      const shut = await shutDemoAccounts(context);
      if (shut) for (const tell of say) tell(shut);
    }
  });
  await unitOfWork.read(portico, requireCodeLists);
}
