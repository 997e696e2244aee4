// Maritime safety (N5): vessels and their dangerous goods; water only.
import { conveyanceAuthorityChannel } from '../../hub/mapping/index.ts';

export const maritime = conveyanceAuthorityChannel({
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
});
