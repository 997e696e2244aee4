// The ways that simulators can be reached by beside HTTP, in one place; which of them a channel shows its profile says.
import type { Timers } from '../../timers.ts';
import { openMqttDoor } from './mqtt.ts';
import type { Behind, FrontDoor } from './relay.ts';
import { openSftpDoor } from './sftp.ts';
import { openSoapDoor } from './soap.ts';

export type ShownWay = 'sftp' | 'soap' | 'mqtt';

export function openDoor(
  way: ShownWay,
  options: {
    readonly id: string;
    readonly behind: Behind;
    readonly port: number;
    readonly now: () => Date;
    readonly timers?: Timers;
  },
): Promise<FrontDoor> {
  switch (way) {
    case 'sftp':
      return openSftpDoor(options);
    case 'soap':
      return openSoapDoor(options);
    case 'mqtt':
      return openMqttDoor({ ...options, topic: options.id });
  }
}
