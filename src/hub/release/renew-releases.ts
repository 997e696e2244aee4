// A release that was not used in time ends as expired, by its own event (P7); what the disposition still lets go gets another one by the same
// decision as ever (`decide-releases.ts`), so that goods do not stand still because nobody came. The old token lets nothing out any more:
// its own validity says so to whoever checks it without network. What a stolen key signed is revoked and granted again in the same way.
import { plusMs } from '../../kernel/instant.ts';
import { type Context, emitter, portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { serveDue } from '../../runtime/serve-due.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import type { ReleaseEvents } from './contract.ts';
import { revokeRelease } from './decide-releases.ts';
import { tokenHead } from './sign-claims.ts';
import { listExpired, listReleases, listSignedSo, lockReleases, markExpired } from './store.ts';
import { listStolenKeys, markKeyCleared } from './store-keys.ts';

const emit = emitter<ReleaseEvents>();
const CASES_AT_ONCE = 50;
/** A transaction that began before the change of keys may still sign with the one before. */
const STILL_SIGNING_MS = 600_000;
const STOLEN = {
  zh: '签发该凭证的密钥泄露，凭证作废，另行签发',
  en: 'The key that signed it was stolen: the token is void and another is granted',
};

export const createReleaseRenewal = ({
  unitOfWork,
  onFault,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop & { step(): Promise<boolean> } => {
  const step = async (): Promise<boolean> => (await endPast()) || (await revokeStolen());
  const endPast = () => serveDue(unitOfWork, (context) => listExpired(context, CASES_AT_ONCE), endExpired);
  const revokeStolen = async (): Promise<boolean> => {
    for (const key of await unitOfWork.read(portico, listStolenKeys)) {
      const head = tokenHead(key);
      const more = await serveDue(
        unitOfWork,
        (context) => listSignedSo(context, head, CASES_AT_ONCE),
        (context, shipmentId) => revokeSigned(context, shipmentId, head),
      );
      if (more) return true;
      await unitOfWork.run(portico, async (context) => {
        if (context.now > plusMs(key.stolen_at ?? context.now, STILL_SIGNING_MS))
          await markKeyCleared(context, key.kid);
      });
    }
    return false;
  };
  return { ...createLoop({ name: 'releases', pollMs: 60_000, onFault, step }), step };
};

/** Looked at again under the lock of the case: it may have left, or been revoked, at the last moment. */
async function endExpired(context: Context, shipmentId: string): Promise<void> {
  await lockReleases(context, shipmentId);
  const past = (await listReleases(context, shipmentId)).filter(
    (release) => release.state === 'granted' && new Date(release.valid_until).toISOString() <= context.now,
  );
  for (const release of past) {
    await markExpired(context, release.id);
    await emit(context, 'release.expired', shipmentId, {
      shipmentId,
      releaseId: release.id,
      number: release.number,
      objectId: release.object_id,
      stationId: release.station_id,
      validUntil: new Date(release.valid_until).toISOString(),
    });
  }
}

/** A key that was stolen: the terminals are told of each before another is granted, which the next key signs. */
async function revokeSigned(context: Context, shipmentId: string, head: string): Promise<void> {
  await lockReleases(context, shipmentId);
  const signed = (await listReleases(context, shipmentId)).filter(
    (release) => release.state === 'granted' && release.token.startsWith(`${head}.`),
  );
  for (const release of signed) await revokeRelease(context, release, STOLEN);
  if (signed.length > 0) await emit(context, 'release.renewal-due', shipmentId, { shipmentId, because: STOLEN });
}
