// The far end of the air cargo station for demo and tests: speaks only the wire, answers as its script says.
import { toPartnerTime } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';

const sentBody = (bytes: Uint8Array): Record<string, string> =>
  Object.values(JSON.parse(decodeText(bytes, 'utf-8')) as Record<string, Record<string, string>>)[0] ?? {};

export const simulator: SimulatorDefinition = {
  name: { zh: '机场货站（模拟）', en: 'Air cargo station (simulated)' },
  referenceIn: ({ bytes }) => sentBody(bytes).reference,
  react: ({ bytes, kind, scenario }, world) => {
    if (kind !== 'airport-station.release-order' || scenario === 'REHOLD') return { status: 200, later: [] };
    const body = sentBody(bytes);
    const afterMs = 20_000;
    const at = toPartnerTime(new Date(Date.parse(world.now) + afterMs).toISOString(), 'yyyyMMddHHmmss');
    const text = `FSU/14\n${body.airWaybill}XXXCKG/T1K1\nDLV/${at.slice(6, 8)}/CKG/T1K1\nOSI/AT ${at}\nOSI/REL ${body.releaseNumber}\n`;
    return {
      status: 200,
      later: [
        {
          afterMs,
          message: { bytes: Buffer.from(text), contentType: 'text/plain', fileName: `FSU-${world.next()}.txt` },
        },
      ],
    };
  },
};
