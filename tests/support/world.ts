// One small world with a record of every kind, for tests that walk over all routes: who may, who sees, what repeats.
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { InspectionView } from '../../src/hub/inspection/contract.ts';
import type { ReleaseView } from '../../src/hub/release/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, fileShipment, signIn, startTestApplication, until } from './application.ts';
import { bookSpace, draftByWater, sendByBarge } from './bookings.ts';
import type { TestDatabase } from './database.ts';
import { airImport, railImport } from './forms.ts';
import { fileTaxed } from './money.ts';

const accounts = [
  'trader',
  'trader2',
  'broker',
  'carrier',
  'customs',
  'customs-roster',
  'border',
  'maritime',
  'railway',
  'airport',
  'operator',
  'security',
  'auditor',
] as const;
export type Account = (typeof accounts)[number];
export type World = Awaited<ReturnType<typeof createWorld>>;

export async function createWorld(options: { readonly database?: TestDatabase } = {}) {
  const application = await startTestApplication(options);
  const clients = Object.fromEntries(
    await Promise.all(accounts.map(async (account) => [account, await signIn(application, account)])),
  ) as Record<Account, Client>;
  const { trader, broker, operator } = clients;
  const draft = () =>
    trader.send<ShipmentView>('POST', '/shipments', { from: 'empty', direction: 'import', transportMode: '3' });
  /** A draft that can be filed as it is. */
  const fileable = async (reference: string) => {
    const { id, revision } = await draft();
    await trader.send('PUT', `/shipments/${id}/form`, { form: railImport(reference), revision });
    return id;
  };
  // The yard hears of no release, so that releases stay granted.
  await operator.send('POST', '/exchange/channels/railway-yard/pause');
  const released = (await fileShipment(trader, railImport('CLEAN-WORLD'))).id;
  const inspected = (await fileShipment(trader, airImport('JOINT-WORLD'))).id;
  const silent = (await fileShipment(trader, railImport('SILENT-WORLD'))).id;
  const releases = await until(
    async () => (await trader.get<{ items: ReleaseView[] }>(`/shipments/${released}/releases`)).items,
    (items) => items.filter((r) => r.state === 'granted').length >= 2,
    'two releases',
  );
  const byWater = await draftByWater(trader, 'SILENT-WORLD-2');
  const taxed = await fileTaxed(trader, 'TAX-WORLD');
  const [inspection] = await until(
    async () => (await trader.get<{ items: InspectionView[] }>(`/inspections?shipmentId=${inspected}`)).items,
    (items) => items[0]?.joint === true,
    'a joint inspection',
  );
  const attached = await trader.raw('POST', `/shipments/${released}/attachments`, Buffer.from('%PDF-1.7\n'));
  const attachment = (await attached.json()) as { id: string };
  const documents = (
    await trader.get<{ items: { id: string; flow: string; channel?: string }[] }>(`/shipments/${released}/documents`)
  ).items;
  const template = await trader.send<{ id: string }>('POST', '/shipment-templates', {
    name: 'T',
    form: { direction: 'import' },
  });
  const offer = () =>
    trader.send<{ id: string }>('POST', '/authorisations', {
      brokerUscc: '91500107MA5UBRK036',
      scope: 'declare',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    });
  const key = await trader.send<{ id: string; secret: string }>('POST', '/api-keys', { name: 'ERP' });
  const staff = await trader.get<{ items: { id: string }[] }>('/staff');
  const subscription = await trader.send<{ id: string }>('POST', '/subscriptions', {
    name: 'S',
    url: `http://127.0.0.1:9/never`,
    eventTypes: ['release.used'],
  });
  const deliveries = (await operator.get<{ items: { id: string }[] }>(`/exchange/deliveries?shipmentId=${released}`))
    .items;
  const partnerKey = await application.unitOfWork.run(portico, (context) =>
    issueChannelKey(context, 'customs', 'a partner of the test'),
  );
  // Typed by the broker for himself: nobody has authorised him.
  const own = await broker.send<{ id: string }>('POST', '/shipments', {
    from: 'empty',
    direction: 'import',
    transportMode: '3',
  });
  return {
    application,
    brokers: own.id,
    clients,
    draft,
    fileable,
    offer,
    enterpriseKey: key.secret,
    partnerKey: partnerKey ?? '',
    /** Of `ids.releases`, in their order. */
    tokens: releases.map((r) => r.token ?? ''),
    ids: {
      draft: (await draft()).id,
      released,
      inspected,
      silent,
      releases: releases.map((r) => r.id),
      inspection: inspection?.id ?? '',
      bill: taxed.duty.id,
      booking: (await bookSpace(trader, byWater)).id,
      bargeOrder: (await sendByBarge(trader, byWater)).id,
      attachment: attachment.id,
      sent: documents.find((d) => d.flow === 'outbound' && d.channel === 'customs')?.id ?? '',
      template: template.id,
      authorisation: (await offer()).id,
      apiKey: key.id,
      person: staff.items[0]?.id ?? '',
      subscription: subscription.id,
      delivery: deliveries[0]?.id ?? '',
    },
  };
}
