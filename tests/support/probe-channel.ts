// A partner with the smallest format there is (JSON), so that tests of the exchange show the exchange and nothing else.
import type { Channel, InboundFact } from '../../src/hub/mapping/contract.ts';
import { UnreadableMessage } from '../../src/runtime/codec/unreadable.ts';

export type ProbeMessage = { readonly probe: string; readonly id: string; readonly facts: readonly InboundFact[] };
export const probeMessage = (channel: string, id: string, facts: readonly InboundFact[]): Uint8Array =>
  Buffer.from(JSON.stringify({ probe: channel, id, facts } satisfies ProbeMessage));

export const probeChannel = (id: string, more: Partial<Channel> = {}): Channel => ({
  id,
  promise: 'N1',
  name: { zh: `测试通道 ${id}`, en: `Probe ${id}` },
  authority: 'customs',
  profile: {
    transport: 'http-push',
    simulatorPort: 0,
    path: '/',
    charset: 'utf-8',
    budget: {
      connections: 8,
      requestBytes: 100_000,
      answerBytes: 20_000,
      connectMs: 1000,
      firstByteMs: 500,
      totalMs: 2000,
    },
    maxBytes: 100_000,
    largest: { zh: '测试报文', en: 'messages of tests' },
    retryAfterMs: [1000, 2000],
    orderKey: 'shipment',
    maintenance: [],
    tells: 'operator',
    format: 'to-be-agreed',
  },
  documents: [
    {
      id: `${id}.probe`,
      name: { zh: '测试单证', en: 'Probe document' },
      trigger: 'shipment.submitted',
      neededWhen: { always: true },
      because: { zh: '测试', en: 'test' },
      fields: [
        { target: 'Number', from: ['dispatch.clientNumber'] },
        { target: 'Version', from: ['dispatch.version'] },
        { target: 'Mass', from: ['grossMassKg'] },
        { target: 'Line/Name', from: ['goodsName'], each: 'goods' },
      ],
      encode: (fields) => ({
        bytes: Buffer.from(JSON.stringify(fields)),
        mediaType: 'application/json',
        charset: 'utf-8',
        fileName: 'probe.json',
      }),
    },
  ],
  recognises: ({ bytes }) => Buffer.from(bytes).includes(`"probe":"${id}"`),
  interpret: ({ bytes }) => {
    const text = Buffer.from(bytes).toString();
    if (!text.startsWith('{')) throw new UnreadableMessage('不是测试报文', 'Not a probe message');
    const message = JSON.parse(text) as ProbeMessage;
    return { format: 'PROBE', partnerMessageId: message.id, facts: message.facts };
  },
  simulator: {
    name: { zh: '无', en: 'None' },
    referenceIn: () => undefined,
    react: () => ({ status: 200, later: [] }),
  },
  ...more,
});
