// The N exchange components that are plugged in: one folder and one line each (B16 三(二)).
import type { Channel } from '../hub/mapping/contract.ts';
import { airportStation } from './airport-station/index.ts';
import { bank } from './bank/index.ts';
import { bonded } from './bonded/index.ts';
import { borderInspection } from './border-inspection/index.ts';
import { carrier } from './carrier/index.ts';
import { chinaSingapore } from './china-singapore/index.ts';
import { commerce } from './commerce/index.ts';
import { customs } from './customs/index.ts';
import { forex } from './forex/index.ts';
import { maritime } from './maritime/index.ts';
import { municipalApproval } from './municipal-approval/index.ts';
import { otherWindow } from './other-window/index.ts';
import { portTerminal } from './port-terminal/index.ts';
import { postExpress } from './post-express/index.ts';
import { publicSecurity } from './public-security/index.ts';
import { quarantine } from './quarantine/index.ts';
import { railwayYard } from './railway-yard/index.ts';
import { roadGate } from './road-gate/index.ts';
import { tax } from './tax/index.ts';
import { zoneGate } from './zone-gate/index.ts';

export const channels: readonly Channel[] = [
  customs,
  borderInspection,
  maritime,
  commerce,
  carrier,
  portTerminal,
  railwayYard,
  airportStation,
  roadGate,
  postExpress,
  zoneGate,
  municipalApproval,
  publicSecurity,
  quarantine,
  otherWindow,
  chinaSingapore,
  bank,
  tax,
  forex,
  bonded,
];
