// The N exchange components that are plugged in: one folder and one line each (B16 三(二)).
import type { Channel } from '../hub/mapping/contract.ts';
import { airportStation } from './airport-station/index.ts';
import { borderInspection } from './border-inspection/index.ts';
import { carrier } from './carrier/index.ts';
import { commerce } from './commerce/index.ts';
import { customs } from './customs/index.ts';
import { maritime } from './maritime/index.ts';
import { portTerminal } from './port-terminal/index.ts';
import { railwayYard } from './railway-yard/index.ts';

export const channels: readonly Channel[] = [
  customs,
  borderInspection,
  maritime,
  commerce,
  carrier,
  portTerminal,
  railwayYard,
  airportStation,
];
