// The far end of the port terminal for demo and tests: speaks only the wire, answers as its script says.
import { toPartnerTime } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { parseEdifact, partOf, type Segment, segmentsOf, writeEdifact } from '../../runtime/codec/edifact.ts';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';

export const simulator: SimulatorDefinition = {
  name: { zh: '港口码头（模拟）', en: 'Port terminal (simulated)' },
  referenceIn: ({ bytes }) =>
    partOf(
      segmentsOf(parseEdifact(decodeText(bytes, 'utf-8')), 'RFF').find((s) => partOf(s, 0) === 'ABT'),
      0,
      1,
    ),
  react: ({ bytes, kind, scenario }, world) => {
    const segments = parseEdifact(decodeText(bytes, 'utf-8'));
    const number = partOf(
      segmentsOf(segments, 'RFF').find((s) => partOf(s, 0) === 'RE'),
      0,
      1,
    );
    if (kind === 'port-terminal.release-revocation') world.memory.set(number, 'revoked');
    if (kind !== 'port-terminal.release-order' || scenario === 'REHOLD') return { status: 200, later: [] };
    const object = partOf(
      segmentsOf(segments, 'FTX').find((s) => partOf(s, 0) === 'OBJ'),
      3,
    );
    const container = object.startsWith('container:') ? object.slice(10) : '';
    const afterMs = 20_000;
    const at = toPartnerTime(new Date(Date.parse(world.now) + afterMs).toISOString(), 'yyyyMMddHHmm');
    const serial = String(world.next()).padStart(6, '0');
    const body: Segment[] = [
      ['BGM', ['36'], [`GO${serial}`], ['9']],
      ['NAD', ['MS'], ['CKGTERM']],
      ['RFF', ['RE', number]],
      ...(container ? [['EQD', ['CN'], [container], [], [], [], ['5']] as Segment] : []),
      ['DTM', ['7', at, '203']],
      ['CNT', ['16', '1']],
    ];
    const message: Segment[] = [
      ['UNB', ['UNOA', '2'], ['CKGTERM'], ['PORTICO'], [at.slice(2, 8), at.slice(8)], [`I${serial}`]],
      ['UNH', [serial], ['CODECO', 'D', '95B', 'UN']],
      ...body,
      ['UNT', [String(body.length + 2)], [serial]],
      ['UNZ', ['1'], [`I${serial}`]],
    ];
    return {
      status: 200,
      later: [
        {
          afterMs,
          message: {
            bytes: Buffer.from(writeEdifact(message)),
            contentType: 'application/edifact',
            fileName: `CODECO-${serial}.edi`,
          },
        },
      ],
    };
  },
};
