// Post and express (N10): the office of exchange for mail and the express centre hold parcels and act on the one release; passages come as
// EPCIS 2.0.
import { gateChannel } from '../../hub/mapping/index.ts';

export const postExpress = gateChannel({
  id: 'post-express',
  name: { zh: '邮件快件监管中心', en: 'Post and express centre' },
  stations: ['CKG-POST', 'CKG-EXPRESS'],
  byMode: { element: 'transportMode', equals: '6' },
  because: { zh: '邮件、快件由监管中心放行', en: 'Mail and express parcels leave the supervised centre' },
  simulatorPort: 9133,
  announces: [{ target: 'packageKind', from: ['packageKind'] }],
});
