// A case with tax bills, and the wire of partners that speak of money, for journeys.
import { issueChannelKey } from '../../src/hub/enterprise/index.ts';
import type { BillView, LineView } from '../../src/hub/payment/contract.ts';
import { portico } from '../../src/runtime/context.ts';
import { type Client, fileShipment, type TestApplication, until } from './application.ts';
import { railImport } from './forms.ts';

export const account = '6222020200012345678';
export const billsOf = async (client: Client, id: string): Promise<BillView[]> =>
  (await client.get<{ items: BillView[] }>(`/shipments/${id}/payments`)).items;
/** A filed import with both of its bills. */
export async function fileTaxed(
  client: Client,
  reference: string,
): Promise<{ id: string; duty: BillView; vat: BillView }> {
  const { id } = await fileShipment(client, railImport(reference));
  const bills = await until(
    () => billsOf(client, id),
    (items) => items.length === 2,
    'the bills of customs',
  );
  const [duty, vat] = ['import-duty', 'import-vat'].map((kind) => bills.find((b) => b.kind === kind));
  if (!duty || !vat) throw new Error('no such bills');
  return { id, duty, vat };
}
export const pay = (client: Client, bill: BillView, expected = 201) =>
  client.send<BillView>('POST', `/tax-bills/${bill.id}/payment`, { account }, expected);
export const untilBill = (client: Client, bill: BillView, state: BillView['state']): Promise<BillView> =>
  until(
    async () => (await billsOf(client, bill.shipmentId)).find((b) => b.id === bill.id) ?? bill,
    (b) => b.state === state,
    `${bill.kind} is ${state}`,
  );

/** Posts as the partner of a channel does. */
export async function partnerOf(application: TestApplication, channel: string) {
  const key = await application.unitOfWork.run(portico, (context) => issueChannelKey(context, channel, 'of the test'));
  return async (body: string, fileName = 'message'): Promise<{ messageId: string }> => {
    const reply = await fetch(`${application.url}/api/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream', 'x-file-name': fileName },
      body,
    });
    if (reply.status >= 300) throw new Error(`${channel}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as { messageId: string };
  };
}

/** A line at the desk of the port office: the bank gives back money of which nobody here gave an order. */
export async function openLine(application: TestApplication, operator: Client): Promise<string> {
  lines += 1;
  const name = `FOREIGN-${lines}`;
  const post = await partnerOf(application, 'bank');
  await post(
    `<Document><PmtRtr><GrpHdr><MsgId>${name}</MsgId><CreDtTm>2026-11-20T10:00:00+08:00</CreDtTm></GrpHdr><TxInf><RtrId>${name}</RtrId><OrgnlEndToEndId>${name}</OrgnlEndToEndId><RtrdIntrBkSttlmAmt Ccy="CNY">12.00</RtrdIntrBkSttlmAmt></TxInf></PmtRtr></Document>`,
  );
  const { items } = await until(
    () => operator.get<{ items: LineView[] }>('/payment-lines?state=open&limit=200'),
    (page) => page.items.some((l) => l.endToEndId === name),
    'the return is shown',
  );
  return items.find((l) => l.endToEndId === name)?.id ?? '';
}
let lines = 0;
