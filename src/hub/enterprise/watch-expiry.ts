// Warns in time of what will end: keys of programs (P12), qualifications of organisations (P11). Any node may; each is warned of once.
import { portico } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import { warnOfExpiringKeys } from './manage-api-keys.ts';
import { warnOfEndingQualifications } from './manage-qualifications.ts';

export const createExpiryWatch = (options: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop =>
  createLoop({
    name: 'expiry',
    pollMs: 60_000,
    onFault: options.onFault,
    step: async () =>
      (await options.unitOfWork.run(
        portico,
        async (context) => (await warnOfExpiringKeys(context)) + (await warnOfEndingQualifications(context)),
      )) > 0,
  });
