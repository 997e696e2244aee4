// Border inspection (N3): conveyances of water, rail and air; with customs in joint inspections.
import { conveyanceAuthorityChannel } from '../../hub/mapping/index.ts';

export const borderInspection = conveyanceAuthorityChannel({
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
