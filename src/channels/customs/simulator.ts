// The far end of customs for demo and tests: takes DecMessage and results, answers as scripted by EdiRemark's prefix.
import type { SimulatorDefinition, SimulatorReaction } from '../../hub/mapping/contract.ts';
import { plusMs, toPartnerTime } from '../../kernel/instant.ts';
import { findNode, parseXml, textAt, writeXml } from '../../runtime/codec/xml.ts';
import { NAMESPACE } from './profile.ts';
import { sendCheckNotice } from './simulate-check.ts';
import { decideOnChange } from './simulate-change.ts';
import { takeManifest } from './simulate-manifest.ts';
import { parcelHeadIn, takeParcels } from './simulate-parcels.ts';
import { asksForTax, sendBills, suretySteps, takeBack, takePayment } from './simulate-tax.ts';

type Later = SimulatorReaction['later'];
const xml = (text: string, fileName: string) => ({
  bytes: Buffer.from(text),
  contentType: 'application/xml',
  fileName,
});

export const simulator: SimulatorDefinition = {
  name: { zh: '海关（模拟）', en: 'Customs (simulated)' },
  referenceIn: ({ bytes }) => {
    const root = parseXml(bytes);
    return (
      textAt(root, 'DecHead/EdiRemark') ||
      textAt(root, 'DecModHead/Reference') ||
      textAt(root, 'Declaration/AdditionalInformation') ||
      textAt(root, 'Reference') ||
      textAt(parcelHeadIn(root), 'note')
    );
  },
  react: ({ bytes, kind, scenario }, world) => {
    const root = parseXml(bytes);
    const results = (
      number: string,
      entry: string,
      steps: readonly [afterMs: number, letter: string, note: string][],
    ): Later =>
      steps.map(([afterMs, letter, note]) => {
        const at = toPartnerTime(plusMs(world.now, afterMs), 'yyyy-MM-ddTHH:mm:ss');
        return {
          afterMs,
          message: xml(
            writeXml([
              'DEC_RESULT',
              [
                ['CUS_CIQ_NO', number],
                ['ENTRY_ID', entry],
                ['NOTICE_DATE', at],
                ['CHANNEL', letter],
                ['NOTE', note],
                ['CUSTOM_MASTER', entry.slice(0, 4)],
                ['I_E_DATE', ''],
                ['D_DATE', at],
              ],
            ]),
            `Receipt_DECCUS004_${number}_${letter}_${world.next()}.xml`,
          ),
        };
      });
    if (kind === 'customs.inspection-result') {
      const known = JSON.parse(world.memory.get(textAt(root, 'ShipmentNumber')) ?? '{}') as {
        number?: string;
        entry?: string;
      };
      const normal = textAt(root, 'Outcome') === 'normal';
      return {
        status: 200,
        later: known.number
          ? results(known.number, known.entry ?? '', [
              [2000, normal ? 'P' : 'H', normal ? '查验正常，放行' : '查验异常，待处理'],
            ])
          : [],
      };
    }
    if (kind === 'customs.change-application' || kind === 'customs.change-retraction')
      return { status: 200, later: decideOnChange(root, scenario, world, results) };
    const manifest = findNode(root, 'Manifest');
    if (manifest) return { status: 200, later: takeManifest(manifest, scenario, world) };
    const parcels = parcelHeadIn(root);
    if (parcels) return { status: 200, later: takeParcels(parcels, world) };
    if (kind === 'customs.payment-notice') {
      const entry = textAt(root, 'EntryId');
      const number = world.memory.get(`seq ${entry}`) ?? '';
      if (takePayment(world, entry, textAt(root, 'TaxId')).length > 0) return { status: 200, later: [] };
      return {
        status: 200,
        later: [
          ...results(number, entry, [
            [1500, 'P', '税费已缴，放行'],
            [2500, 'R', '结关'],
          ]),
          ...takeBack(world, scenario, number, entry),
        ],
      };
    }
    const head = findNode(root, 'DecHead');
    if (!head) return { status: 200, later: [] };
    const client = textAt(root, 'DecSign/ClientSeqNo');
    const reference = textAt(head, 'EdiRemark');
    const amended = world.memory.has(`filed ${reference}`);
    const letter = textAt(head, 'IEFlag') || 'I';
    const serial = String(world.next()).padStart(9, '0');
    const year = toPartnerTime(world.now, 'yyyyMMdd').slice(0, 4);
    const number =
      world.memory.get(`number ${reference}`) ??
      `${letter}${year}${`8${client.replace(/\D/g, '')}`.slice(0, 4)}${serial}`;
    const entry =
      world.memory.get(`entry ${reference}`) ??
      `${textAt(head, 'CustomMaster').padStart(4, '0')}${year}${letter === 'I' ? '1' : '0'}${serial}`;
    world.memory.set(`filed ${reference}`, client);
    world.memory.set(`number ${reference}`, number);
    world.memory.set(`entry ${reference}`, entry);
    world.memory.set(`seq ${entry}`, number);
    // Results name the case by our shipment number, which the client number carries.
    world.memory.set(`PT${client.slice(1, 14)}`, JSON.stringify({ number, entry }));
    const reply = {
      afterMs: 300,
      message: xml(
        writeXml([
          'DecImportResponse',
          [
            ['ResponseCode', '0'],
            ['ErrorMessage', '申报成功'],
            ['ClientSeqNo', client],
            ['SeqNo', number],
          ],
          { xmlns: NAMESPACE },
        ]),
        `Successed_${client}_${toPartnerTime(plusMs(world.now, 300), 'yyyyMMddHHmmssSSS')}.xml`,
      ),
    };
    const begun: [number, string, string][] = [
      [1000, '7', '直接申报成功'],
      [2000, 'L', '海关已接收'],
    ];
    const ends: Readonly<Record<string, [number, string, string][]>> = {
      INSPECT: [[4000, 'C', '布控查验']],
      JOINT: [[4000, 'C', '布控查验']],
      REFUSE: amended ? [[4000, 'P', '修改后放行']] : [[4000, 'E', '[GrossWet] 毛重与舱单不符，退单']],
      FORBID: [[4000, 'A', '不予放行']],
      REHOLD: [
        [4000, 'P', '报关单放行'],
        [14_000, 'C', '放行后布控'],
      ],
    };
    // 两步申报: the summary lets the goods be lifted away; the complete declaration is received and cleared like any other.
    if (textAt(head, 'Type').endsWith('5') && !asksForTax(scenario)) {
      const steps: [number, string, string][] = [
        [1000, '7', '概要申报成功'],
        [2000, 'SpL', ''],
        [3000, 'SpJ', ''],
        [4000, 'SpK', ''],
      ];
      return { status: 200, later: [reply, ...results(number, entry, steps)] };
    }
    if (scenario === 'NOTICE')
      return { status: 200, later: [reply, ...results(number, entry, begun), ...sendCheckNotice(root, entry, world)] };
    if (asksForTax(scenario)) {
      const steps: [number, string, string][] = [...begun, [3500, 'T', '需交税费'], ...suretySteps(scenario)];
      return {
        status: 200,
        later: [reply, ...results(number, entry, steps), ...(amended ? [] : sendBills(world, scenario, number, entry))],
      };
    }
    return {
      status: 200,
      later: [
        reply,
        ...results(number, entry, [
          ...begun,
          ...(ends[scenario] ??
            (
              [
                [4000, 'P', '报关单放行'],
                [6000, 'R', '结关'],
              ] as const
            ).map((s): [number, string, string] => [...s])),
        ]),
      ],
    };
  },
};
