// The far end of municipal approval for demo and tests: speaks only the wire, answers as its script says.
import type { SimulatorDefinition } from '../../hub/mapping/contract.ts';
import { sha256Hex } from '../../kernel/digest.ts';
import { plusMs } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { simulatedPaper } from '../../runtime/simulator/simulated-paper.ts';
import type { Decision } from './map-inbound.ts';

type Application = { readonly clientNumber: string; readonly reference?: string; readonly item?: string };
const sentApplication = (bytes: Uint8Array): Application =>
  (JSON.parse(decodeText(bytes, 'utf-8')) as { approvalApplication: Application }).approvalApplication;

export const simulator: SimulatorDefinition = {
  name: { zh: '网上行政审批（模拟）', en: 'Municipal online approval (simulated)' },
  referenceIn: ({ bytes }) => sentApplication(bytes).reference,
  react: ({ bytes, scenario }, world) => {
    const { clientNumber, reference = '', item = '' } = sentApplication(bytes);
    const amended = world.memory.has(`applied ${reference}`);
    world.memory.set(`applied ${reference}`, clientNumber);
    const application = `SP-${sha256Hex(clientNumber).slice(0, 8).toUpperCase()}`;
    const decision = (afterMs: number, what: Omit<Decision, 'clientNumber' | 'sequence' | 'at'>) => {
      const sequence = world.next();
      const approvalDecision: Decision = { clientNumber, sequence, at: plusMs(world.now, afterMs), ...what };
      return {
        afterMs,
        message: {
          bytes: Buffer.from(JSON.stringify({ approvalDecision })),
          contentType: 'application/json',
          fileName: `decision-${sequence}.json`,
        },
      };
    };
    const accepted = decision(300, {
      step: 'accepted',
      number: application,
      text: '申请已受理',
      textEn: 'The application is accepted',
    });
    if (scenario === 'SUPPLEMENT' && !amended)
      return {
        status: 200,
        later: [
          decision(900, {
            step: 'supplement',
            number: application,
            text: '数量与合同不符，请补正',
            textEn: 'The quantity differs from the contract: please supplement',
            field: 'goods/quantity',
            row: 1,
          }),
        ],
      };
    if (scenario === 'DENY')
      return {
        status: 200,
        later: [
          accepted,
          decision(900, {
            step: 'refused',
            number: application,
            text: '不符合法定条件，不予批准',
            textEn: 'The conditions of the law are not met: refused',
          }),
        ],
      };
    const number = `YP-${sha256Hex(clientNumber).slice(0, 10).toUpperCase()}`;
    const content = simulatedPaper(`Approval ${number} for ${item}`).toString('base64');
    return {
      status: 200,
      later: [
        accepted,
        decision(900, {
          step: 'granted',
          number,
          text: '准予行政许可',
          textEn: 'Approved',
          papers: [{ name: '准予行政许可决定书', nameEn: 'Written decision', fileName: `${number}.pdf`, content }],
        }),
      ],
    };
  },
};
