// Test systems that do not call: what they lay into a folder or say to a queue is fetched as the exchange fetches it, and kept with the run (issue 6).
import { portico } from '../../../runtime/context.ts';
import { unseal } from '../../../runtime/identity/seal.ts';
import { createCollector } from '../../../runtime/transport/open-transport.ts';
import type { Collector } from '../../../runtime/transport/transport.ts';
import type { UnitOfWork } from '../../../runtime/unit-of-work.ts';
import type { Channel } from '../../mapping/contract.ts';
import { addressPolicy } from '../change-settings.ts';
import { keyLabel } from './start-certification.ts';
import type { CertificationRow } from './store-certifications.ts';
import { hasRoom, keepAnswer } from './take-answer.ts';

const BATCH = 20;
export type AnswerReader = {
  /** What waits there now; a test system that is away is asked again at the next turn. */
  read(row: CertificationRow, channel: Channel): Promise<void>;
  forget(id: string): void;
  close(): void;
};

export function createAnswerReader(unitOfWork: UnitOfWork): AnswerReader {
  const open = new Map<string, Collector>();
  return {
    read: async (row, channel) => {
      const { budget, maxBytes } = channel.profile;
      // Kept from turn to turn: a file is taken when it has not changed between two looks.
      const collector = open.get(row.id) ?? createCollector({ ...budget, maxBytes, batch: BATCH });
      open.set(row.id, collector);
      const how = await unitOfWork.read(portico, async (context) => ({
        key: row.sealed_key ? unseal(context.settings, keyLabel(row.id), row.sealed_key) : undefined,
        guard: addressPolicy(context),
      }));
      await collector.collect(
        {
          url: row.endpoint,
          guard: how.guard,
          ...(how.key ? { key: how.key } : {}),
          ...(row.host_key ? { hostKey: row.host_key } : {}),
        },
        ({ bytes, contentType, fileName }) =>
          unitOfWork.run(portico, async (context) => {
            if (bytes.length === 0 || !(await hasRoom(context, row.id))) return 'set-aside';
            await keepAnswer(context, row, channel, { bytes, contentType, ...(fileName ? { fileName } : {}) });
            return 'kept';
          }),
      );
    },
    forget: (id) => {
      open.get(id)?.close();
      open.delete(id);
    },
    close: () => {
      for (const collector of open.values()) collector.close();
    },
  };
}
