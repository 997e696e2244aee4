// A message as commerce signs and sends it, and what became of it.
import type { InboundView } from '../../src/hub/exchange/contract.ts';
import { signXml } from '../../src/runtime/signatures/sign-xml.ts';
import { type Client, until } from './application.ts';
import type { Partner } from './signing.ts';

let n = 0;
/** Why it lies aside (zh); empty where it was read. */
export async function reasonOfSigned(
  url: string,
  { from, secret, operator }: { from: Partner; secret: string; operator: Client },
): Promise<string> {
  n += 1;
  const text = `<LicenceReply><MessageId>M-${n}</MessageId><Note>${n}</Note></LicenceReply>`;
  const reply = await fetch(`${url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/xml' },
    body: await signXml(text, from.signer, { chain: from.chain, keyName: '02' }),
  });
  const { messageId } = (await reply.json()) as { messageId: string };
  const message = await until(
    async () =>
      (await operator.get<{ items: InboundView[] }>('/exchange/messages?channel=commerce')).items.find(
        (m) => m.id === messageId,
      ),
    (m) => m !== undefined && m.state !== 'stored',
    'the message',
  );
  return message?.reason?.zh ?? '';
}
