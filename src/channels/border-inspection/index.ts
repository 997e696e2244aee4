// Border inspection (N3): conveyances of water, rail and air with their crews and passengers; with customs in joint inspections.
import { alsoInEdifact, conveyanceAuthorityChannel, vesselPapers } from '../../hub/mapping/index.ts';
import { personLists } from './person-list.ts';

const channel = conveyanceAuthorityChannel({
  id: 'border-inspection',
  promise: 'N3',
  neededWhen: { element: 'transportMode', in: ['2', '3', '5'] },
  because: { zh: '出入境运输工具须经边检', en: 'Conveyances that cross the border pass border inspection' },
  simulatorPort: 9102,
  legalBasis: '《出境入境边防检查条例》（演示）',
  looksFor: { zh: '抽查箱内夹带', en: 'Check for stowaways' },
  dangerousGoods: false,
  inspectsJointly: (mode) => mode !== '2',
});
const papers = vesselPapers({
  channel: 'border-inspection',
  name: { zh: '船舶单证（边检）', en: 'Vessel papers for border inspection' },
  because: { zh: '一单多报：同一套船舶单证', en: 'The one set of vessel papers' },
  forms: ['general', 'crew', 'passengers', 'stores'],
  messageType: 'BI-FAL',
});

export const borderInspection = alsoInEdifact(
  { ...channel, documents: [...channel.documents, papers] },
  { sender: 'CN-NIA', documents: personLists },
);
