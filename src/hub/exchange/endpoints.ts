// Where each channel's far end listens: set at boot from configuration (production) or by the simulators (demo). Each application has its
// own, so that two windows can stand in one process and speak to each other (N15).
import type { Endpoint } from './lane/run-lane.ts';

export type Endpoints = {
  set(channelId: string, endpoint: Endpoint): void;
  of(channelId: string): Endpoint | undefined;
};
export function createEndpoints(): Endpoints {
  const endpoints = new Map<string, Endpoint>();
  return {
    set: (channelId, endpoint) => void endpoints.set(channelId, endpoint),
    of: (channelId) => endpoints.get(channelId),
  };
}
