// Parcels of e-commerce at the express centre: their coming is told customs by the messages of its own (CEB), sealed, and customs answers on the
// case (N1, N10).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentView } from '../../src/hub/documents/contract.ts';
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { DeliveryView } from '../../src/hub/exchange/contract.ts';
import type { ShipmentView } from '../../src/hub/shipment/contract.ts';
import { findNode, parseXml, textAt, type XmlNode } from '../../src/runtime/codec/xml.ts';
import { portico } from '../../src/runtime/context.ts';
import { applicationWith, fileShipment, signIn, until } from '../support/application.ts';
import { untilAcknowledged } from '../support/customs-answers.ts';
import { parcelExport, parcelImport } from '../support/forms.ts';

const { application, trader } = await applicationWith(['trader']);
const keyOf = (channel: string) =>
  application.unitOfWork.run(portico, (c) => issueChannelKey(c, channel, 'parcel test'));
const customsKey = await keyOf('customs');
const centreKey = await keyOf('post-express');

async function says(key: string | undefined, contentType: string, body: string): Promise<void> {
  const reply = await fetch(`${application.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': contentType },
    body,
  });
  assert.ok(reply.ok, await reply.text());
}
const documentsOf = async (id: string) =>
  (await trader.get<{ items: DocumentView[] }>(`/shipments/${id}/documents`)).items;
async function sent(id: string, kind: string): Promise<XmlNode> {
  const found = (
    await until(
      () => documentsOf(id),
      (items) => items.some((one) => one.kind === kind),
      kind,
    )
  ).find((one) => one.kind === kind);
  const reply = await trader.raw('GET', `/documents/${found?.id}/content`);
  return parseXml(Buffer.from(await reply.arrayBuffer()));
}
const numbersIn = (message: XmlNode | undefined, list: string) =>
  (message?.children ?? []).filter((one) => one.name === list).map((one) => textAt(one, 'logisticsNo'));
/** The centre has the parcels of this bill, or takes that back. */
const centreSays = (bill: string, back = false) =>
  says(
    centreKey,
    'application/ld+json',
    JSON.stringify({
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      epcisBody: {
        eventList: [
          {
            type: 'ObjectEvent',
            eventID: `urn:uuid:parcels-${bill}`,
            eventTime: '2026-11-20T04:00:00Z',
            action: 'OBSERVE',
            bizStep: 'arriving',
            bizLocation: { id: 'urn:portico:station:CKG-EXPRESS' },
            bizTransactionList: [{ type: 'bol', bizTransaction: `urn:portico:bill:${bill}` }],
            ...(back ? { errorDeclaration: { declarationTime: '2026-11-20T05:00:00Z', reason: 'did_not_occur' } } : {}),
          },
        ],
      },
    }),
  );

test('[N1][N10] without a seal the inbound list stays here and says why; once there is one it goes', async () => {
  const bare = await fileShipment(trader, { ...parcelImport('CLEAN-PARCEL-0'), billNumber: '112-12345712' });
  const operator = await signIn(application, 'operator');
  const dead = await until(
    async () => (await operator.get<{ items: DeliveryView[] }>('/exchange/deliveries?state=dead&limit=100')).items,
    (items) => items.some((one) => one.documentKind === 'customs.parcel-intake'),
    'the list is not sent unsigned',
  );
  assert.match(JSON.stringify(dead), /电子印章/);
  assert.ok(!(await documentsOf(bare.id)).some((one) => one.kind === 'customs.parcel-intake'));
  await trader.send('POST', '/seals', { algorithm: 'SM2SM3' });
  await operator.send('POST', `/exchange/deliveries/${dead.find((one) => one.shipmentId === bare.id)?.id}/replay`, {});
  await untilAcknowledged(trader, bare.id, ['customs.parcel-intake']);
});

test('[N1][N10] an import: three parcels that have come are on one sealed list, customs has it', async () => {
  const { id } = await fileShipment(trader, parcelImport('CLEAN-PARCEL-1'));
  const view = await untilAcknowledged(trader, id, ['customs.parcel-intake']);
  const list = await sent(id, 'customs.parcel-intake');
  const delivery = findNode(list, 'Delivery');
  assert.deepEqual(numbersIn(delivery, 'DeliveryList'), ['SFCLEANPARCEL11', 'SFCLEANPARCEL12', 'SFCLEANPARCEL13']);
  assert.equal(textAt(delivery, 'DeliveryHead/appType'), '1');
  assert.ok(findNode(list, 'Signature'), 'it is sealed, though the channel asks for no seal');
  const answers = view.answers.filter((one) => one.document === 'customs.parcel-intake');
  assert.ok(answers.some((one) => /海关入库/.test(one.text.zh)));
});

test('[N1][N10] an export: the arrival list; taken back by the centre, it is deleted with customs', async () => {
  const { id } = await fileShipment(trader, { ...parcelExport('SILENT-PARCEL-2'), billNumber: '112-12345690' });
  await centreSays('112-12345690');
  const arrival = findNode(await sent(id, 'customs.parcel-arrival'), 'Arrival');
  assert.equal(textAt(arrival, 'ArrivalHead/domesticTrafNo'), '渝A12345');
  assert.equal(numbersIn(arrival, 'ArrivalList').length, 3);
  await centreSays('112-12345690', true);
  const back = findNode(await sent(id, 'customs.parcel-arrival-deletion'), 'Arrival');
  assert.equal(textAt(back, 'ArrivalHead/appType'), '3');
});

test('[N1] a receipt that refuses the list is told on the case with its reason, and refuses nothing else', async () => {
  const { id } = await fileShipment(trader, { ...parcelImport('SILENT-PARCEL-3'), billNumber: '112-12345701' });
  await centreSays('112-12345701');
  const copNo = textAt(findNode(await sent(id, 'customs.parcel-intake'), 'DeliveryHead'), 'copNo');
  await says(
    customsKey,
    'application/xml',
    `<CEB712Message xmlns="http://www.chinaport.gov.cn/ceb" version="1.0" guid="41D9A7FC-BC48-4CA7-996A-EF5DEFDDF6FF"><DeliveryReturn>` +
      `<guid>CF8DE39B-F7E3-46FF-8CBB-9B4D5EDB278D</guid><copNo>${copNo}</copNo><orderNo>unknown here</orderNo><returnStatus>100</returnStatus>` +
      '<returnTime>20261120171556605</returnTime><returnInfo>运单号不存在</returnInfo></DeliveryReturn></CEB712Message>',
  );
  const view = await until(
    () => trader.get<ShipmentView>(`/shipments/${id}`),
    ({ answers }) => answers.some((a) => a.document === 'customs.parcel-intake' && a.outcome === 'rejected'),
    'the list is refused',
  );
  assert.equal(view.state, 'submitted');
  assert.match(JSON.stringify(view.answers), /海关退单：运单号不存在/);
});
