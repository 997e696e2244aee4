// What the worker role does besides the flow: tells subscribers, fills inboxes, sends letters, keeps the library searchable and its files
// clean, signs the ledger, makes audit bundles, has signatures time-stamped, makes partitions ahead. Each looks by itself; a wake-up only makes it look sooner.
import { classOfTable, createExportBuilder, keepDaysOf, noteArchived, noteRemoved } from './hub/audit/index.ts';
import { createAttachmentScan, createFileSweep, createIndexer } from './hub/documents/index.ts';
import { createAuthorisationWarning, createExpiryWatch } from './hub/enterprise/index.ts';
import { createWordsWatch } from './hub/disposition/index.ts';
import { createFileTaking } from './hub/erp/index.ts';
import { createNightsReturn } from './hub/inspection/index.ts';
import { createInboxLanding } from './hub/inbox/index.ts';
import {
  createRevocationFetch,
  createStatusAsking,
  createTimeStamping,
  type TimeStampEndpoint,
} from './hub/signatures/index.ts';
import { createCertificationRunner } from './hub/partner/index.ts';
import { createReleaseRenewal } from './hub/release/index.ts';
import { createMailDelivery, createMailQueue } from './hub/mail/index.ts';
import { createCompletionReminder } from './hub/shipment/index.ts';
import { createCaseCount } from './hub/statistics/index.ts';
import { createFanOut, createMessageDelivery, createMessageSweep } from './hub/subscriptions/index.ts';
import { growingTables } from './growing.ts';
import type { Clock } from './runtime/clock.ts';
import type { Config } from './runtime/config.ts';
import { isDatabaseAway } from './runtime/database/is-away.ts';
import type { Scanner } from './runtime/files/clamd.ts';
import type { FileStore } from './runtime/files/file-store.ts';
import { createPartitionKeeper } from './runtime/growth/keep-partitions.ts';
import { createSequencer } from './runtime/ledger/sequencer.ts';
import { createEd25519Signer, ledgerKeyOf, originOf } from './runtime/ledger/sign-head.ts';
import type { Loop } from './runtime/loop.ts';
import type { UnitOfWork } from './runtime/unit-of-work.ts';

export function createWorkerLoops({
  config,
  unitOfWork,
  clock,
  files,
  scanner,
  timeStamps,
  onFault,
}: {
  readonly config: Config;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly files: FileStore | undefined;
  readonly scanner: Scanner | undefined;
  readonly timeStamps: TimeStampEndpoint;
  readonly onFault: (error: unknown, where: string) => void;
}): Loop[] {
  // Neither is roused by every event: the fan-out looks four times a second and rouses the delivery when it has something.
  const messageDelivery = createMessageDelivery({
    unitOfWork,
    random: Math.random,
    onFault: (error) => onFault(error, 'subscriptions'),
  });
  const subscriptions = [
    createFanOut({ unitOfWork, onQueued: messageDelivery.wake, onFault: (error) => onFault(error, 'subscriptions') }),
    messageDelivery,
    createMessageSweep({
      unitOfWork,
      keepDaysOf: (context) => keepDaysOf(context, 'push-message', config.keepDays),
      onRemoved: (context, gone) => noteRemoved(context, 'push-message', gone),
      onFault: (error) => onFault(error, 'subscriptions'),
    }),
    createInboxLanding({ unitOfWork, onFault: (error) => onFault(error, 'inbox') }),
    ...mailLoops(config, unitOfWork, (error) => onFault(error, 'mail')),
  ];
  const enterpriseFiles = createFileTaking({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'enterprise files')),
  });
  const onLibraryFault = (error: unknown) => onFault(error, 'document library');
  const library = [
    createIndexer({ unitOfWork, onFault: onLibraryFault }),
    ...(files ? [createFileSweep({ unitOfWork, files, now: clock.now, onFault: onLibraryFault })] : []),
    ...(scanner ? [createAttachmentScan({ unitOfWork, scanner, onFault: onLibraryFault })] : []),
  ];
  const authorisations = createAuthorisationWarning({
    unitOfWork,
    onFault: (error) => onFault(error, 'authorisation warning'),
  });
  const origin = originOf(config.baseUrl);
  // Looks twice a second by itself: what was written goes into the next signed head, not each event into its own.
  const sequencer = createSequencer({
    unitOfWork,
    clock,
    origin,
    signers: [createEd25519Signer(origin, ledgerKeyOf(config.ledgerKeyPem, config.sealKey))],
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'ledger')),
  });
  const partitions = createPartitionKeeper({
    tables: growingTables,
    unitOfWork,
    keepDaysOf: async (context, { schema, table }) => {
      const records = classOfTable(schema, table);
      return records ? keepDaysOf(context, records, config.keepDays) : config.keepDays;
    },
    onArchived: (context, { schema, table }, gone) =>
      noteArchived(context, classOfTable(schema, table) ?? 'trail', gone),
    onFault: (error) => onFault(error, 'partitions'),
  });
  const exports = createExportBuilder({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'audit exports')),
  });
  const expiry = createExpiryWatch({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'expiry')),
  });
  const words = createWordsWatch({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'words')),
  });
  const nights = createNightsReturn({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'nights')),
  });
  const releases = createReleaseRenewal({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'releases')),
  });
  const completions = createCompletionReminder({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'complete declarations')),
  });
  const stamping = createTimeStamping({
    unitOfWork,
    endpoint: timeStamps,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'time stamps')),
  });
  const revocations = createRevocationFetch({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'revocation lists')),
  });
  const statuses = createStatusAsking({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'certificate status')),
  });
  const certifications = createCertificationRunner({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'certifications')),
  });
  const caseCount = createCaseCount({
    unitOfWork,
    onFault: (error) => (isDatabaseAway(error) ? undefined : onFault(error, 'statistics')),
  });
  return [
    caseCount,
    certifications,
    sequencer,
    ...subscriptions,
    enterpriseFiles,
    ...library,
    authorisations,
    partitions,
    exports,
    expiry,
    words,
    nights,
    releases,
    completions,
    stamping,
    revocations,
    statuses,
  ];
}

/** Letters are gathered and handed over only where there is a mail server. */
function mailLoops({ mail }: Config, unitOfWork: UnitOfWork, onFault: (error: unknown) => void): Loop[] {
  if (!mail) return [];
  const delivery = createMailDelivery({
    unitOfWork,
    smtpUrl: mail.smtpUrl,
    random: Math.random,
    onFault,
  });
  return [createMailQueue({ unitOfWork, onQueued: delivery.wake, onFault }), delivery];
}
