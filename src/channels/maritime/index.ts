// Maritime safety (N5): vessels, their papers and dangerous goods, and their clearance; water only.
import { recogniseFile } from '../../hub/documents/index.ts';
import { alsoInEdifact, conveyanceAuthorityChannel, vesselPapers } from '../../hub/mapping/index.ts';
import { dangerousGoods } from './dangerous-goods.ts';

const channel = conveyanceAuthorityChannel({
  id: 'maritime',
  promise: 'N5',
  neededWhen: { element: 'transportMode', equals: '2' },
  because: {
    zh: '船舶进出港及危险货物须报海事',
    en: 'Vessels and dangerous goods by water are reported to maritime safety',
  },
  simulatorPort: 9103,
  legalBasis: '《海上交通安全法》（演示）',
  looksFor: { zh: '抽查箱内危险货物积载', en: 'Check how dangerous goods are packed and secured' },
  dangerousGoods: true,
  inspectsJointly: () => true,
  clears: (certificate) => recogniseFile(certificate) !== undefined,
});
const papers = vesselPapers({
  channel: 'maritime',
  name: { zh: '船舶单证（海事）', en: 'Vessel papers for maritime safety' },
  because: { zh: '一单多报：同一套船舶单证', en: 'The one set of vessel papers' },
  forms: ['general', 'cargo', 'crew', 'passengers', 'dangerous'],
  messageType: 'MSA-FAL',
});

export const maritime = alsoInEdifact(
  { ...channel, documents: [...channel.documents, papers] },
  {
    sender: 'CN-MSA',
    documents: dangerousGoods,
    refuses: {
      scenario: 'DGNO',
      code: '12',
      texts: ['联合国编号与品名不符', 'UN number and name do not agree'],
      field: 'DGS/7124',
      row: 0,
    },
  },
);
