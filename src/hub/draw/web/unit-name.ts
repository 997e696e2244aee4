// What is drawn by itself: whole cases, or one kind of object of them.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import type { DrawUnit } from '../contract.ts';

const unitNames: Readonly<Record<DrawUnit, Bilingual>> = {
  container: { zh: '个集装箱', en: 'containers' },
  package: { zh: '件（批）散货', en: 'packages or loose lots' },
  'express-parcel': { zh: '件快件', en: 'express parcels' },
  mail: { zh: '件邮件', en: 'mail items' },
  bill: { zh: '份提运单', en: 'bills' },
};
const ofCases: Bilingual = { zh: '票', en: 'cases' };
/** After a number. */
export const unitName = (unit: string | undefined): Bilingual =>
  unit === undefined || unit === '' ? ofCases : (unitNames[unit as DrawUnit] ?? { zh: unit, en: unit });
