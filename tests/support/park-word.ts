// Border inspection says something of a voyage that nobody has filed on.
import type { ParkedWord } from '../../src/hub/disposition/contract.ts';
import type { ExchangeEvents } from '../../src/hub/exchange/contract.ts';
import { emitter, portico } from '../../src/runtime/context.ts';
import { type Client, type TestApplication, until } from './application.ts';

const emit = emitter<ExchangeEvents>();

export async function parkWord(application: TestApplication, border: Client, voyage: string): Promise<void> {
  await application.unitOfWork.run(portico, (context) =>
    emit(context, 'instruction.arrived', 'channel border-inspection', {
      channel: 'border-inspection',
      messageId: context.newId(),
      simulated: true,
      fact: {
        fact: 'instruction',
        authority: 'border-inspection',
        kind: 'hold',
        number: voyage,
        sequence: 1,
        reason: { zh: '核对旅客名单', en: 'Passenger list to be checked' },
        issuedAt: context.now,
        about: { objects: [{ type: 'conveyance', key: voyage }] },
      },
    }),
  );
  await until(
    () => border.get<{ items: ParkedWord[] }>('/parked-instructions?limit=200'),
    ({ items }) => items.some((word) => word.instruction.number === voyage),
    `the word on ${voyage} waits`,
  );
}
