// The railway yard says that a box is in which nobody has filed.
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import type { KeptReport } from '../../src/hub/release/contract.ts';
import { emitter, portico } from '../../src/runtime/context.ts';
import { type Client, type TestApplication, until } from './application.ts';

const emit = emitter<ExchangeEvents>();

export async function keepOne(application: TestApplication, gate: Client, objectId: string): Promise<void> {
  await application.unitOfWork.run(portico, (context) => {
    const messageId = context.newId();
    return emit(context, 'cargo.moved', `message ${messageId}`, {
      channel: 'railway-yard',
      messageId,
      movement: 'gate-in',
      place: 'CKG-TUANJIECUN',
      container: objectId.replace('container:', ''),
      at: context.now,
    });
  });
  await until(
    () => gate.get<{ items: KeptReport[] }>('/kept-reports?limit=200'),
    ({ items }) => items.some((one) => one.objectId === objectId),
    `the report on ${objectId} is kept`,
  );
}
