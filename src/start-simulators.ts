// The partners of the demo: one simulator per channel, on a port of its own, told where Portico is and with which key it may speak.
import { createHmac } from 'node:crypto';
import path from 'node:path';
import { channels } from './channels/index.ts';
import { issueChannelKey } from './hub/enterprise/index.ts';
import { openDemoClock } from './hub/signatures/index.ts';
import type { Endpoints } from './hub/exchange/index.ts';
import type { Channel } from './hub/mapping/contract.ts';
import { portico } from './runtime/context.ts';
import { type Simulator, startSimulator } from './runtime/simulator/simulator-server.ts';
import { openDoor } from './runtime/simulator/ways/open-door.ts';
import type { FrontDoor } from './runtime/simulator/ways/relay.ts';
import { startTimeStampServer, type TimeStampServer } from './runtime/simulator/time-stamp-server.ts';
import { type DigestRoot, digestKeyOf } from './runtime/keyed-digest.ts';
import type { PlayedTime } from './runtime/timers.ts';
import type { UnitOfWork } from './runtime/unit-of-work.ts';

export type Partners = {
  readonly simulators: readonly Simulator[];
  /**
   * From now on the simulators of these channels are reached as their profiles show (SFTP, SOAP, MQTT). Not before the demo week is played: folders
   * and brokers are asked by the system's clock, the week goes by its own.
   */
  showWays(channelIds: readonly string[]): Promise<void>;
  stop(): Promise<void>;
};

/** Each far end gets a fresh key of its own organisation at every start; the one of the start before ends an hour later. */
export async function startSimulators(options: {
  unitOfWork: UnitOfWork;
  time: PlayedTime;
  url: string;
  portOf: (channel: Channel) => number;
  pace: number;
  sealKey: string;
  endpoints: Endpoints;
  digestRootOf: (channelId: string) => DigestRoot | undefined;
  dir?: string;
}): Promise<Partners> {
  const doors = new Map<string, FrontDoor>();
  const simulators = await Promise.all(
    channels.map(async (channel) => {
      const key = await options.unitOfWork.run(portico, (context) =>
        issueChannelKey(context, channel.id, `simulator ${channel.id}`),
      );
      const ownKey = simulatorKey(options.sealKey, channel.id);
      const simulator = await startSimulator({
        id: channel.id,
        key: ownKey,
        farEnd: channel.simulator,
        port: options.portOf(channel),
        clock: options.time,
        timers: options.time,
        pace: options.pace,
        agreed: agreedWith(channel),
        ...digestOf(channel.id, options.digestRootOf(channel.id)),
        ...(options.dir ? { journalFile: path.join(options.dir, `${channel.id}.jsonl`) } : {}),
        carry: () => doors.get(channel.id)?.carry,
        target: () => (key ? { url: `${options.url}/api/v1/messages`, key } : undefined),
      });
      options.endpoints.set(channel.id, { url: simulator.url, key: ownKey });
      return simulator;
    }),
  );
  return {
    simulators,
    showWays: async (channelIds) => {
      for (const channel of channels) {
        const { shows } = channel.profile;
        const simulator = simulators.find((one) => one.id === channel.id);
        if (!shows || !simulator || !channelIds.includes(channel.id)) continue;
        const published = options.portOf(channel);
        const door = await openDoor(shows, {
          id: channel.id,
          behind: { url: simulator.url, key: simulatorKey(options.sealKey, channel.id) },
          port: published === 0 ? 0 : published + DOOR_OFFSET,
          now: options.time.now,
          timers: options.time,
        });
        doors.set(channel.id, door);
        options.endpoints.set(channel.id, door.endpoint);
      }
    },
    stop: async () => {
      await Promise.all([...doors.values(), ...simulators].map((one) => one.stop()));
    },
  };
}
/** The door of another way stands so far above the published port of its simulator. */
const DOOR_OFFSET = 100;

/** What a partner of this channel takes; anything else it refuses. */
const agreedWith = ({ documents, acknowledges, profile }: Channel) => ({
  kinds: [...documents.map((document) => document.id), ...(acknowledges ? [acknowledges.kind] : [])],
  mostBytes: profile.budget.requestBytes,
  charset: profile.charset,
});

const digestOf = (channelId: string, root: DigestRoot | undefined) =>
  root ? { digest: (text: string, keyId: string) => digestKeyOf(root, channelId, keyId).digest(text) } : {};

/** Where the demonstration's time stamping authority listens, unless the ports are free ones. */
export const TIME_STAMP_PORT = 9110;

/** The authority that stamps the signatures of the demonstration; speaks only the wire, like the partners. */
export async function startTimeStamps(options: {
  unitOfWork: UnitOfWork;
  time: PlayedTime;
  port: number;
}): Promise<TimeStampServer | undefined> {
  const { by, newId } = await options.unitOfWork.read(portico, async (context) => ({
    by: await openDemoClock(context),
    newId: context.newId,
  }));
  return by && startTimeStampServer({ by, port: options.port, clock: options.time, newId });
}

/** What the far ends of a demonstration digest with, unless something else is configured. */
export const demoDigestRoot = (sealKey: string, channelId: string): DigestRoot => ({
  id: 'demo',
  secret: createHmac('sha256', sealKey).update(`digest ${channelId}`).digest('base64'),
});

/** What a simulator asks of who delivers to it: every process of one installation knows it. */
export const simulatorKey = (sealKey: string, channelId: string): string =>
  createHmac('sha256', sealKey).update(`simulator ${channelId}`).digest('hex');
