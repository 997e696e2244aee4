// Where each channel's far end listens: set at boot from configuration (production) or by the simulators (demo).
import type { Endpoint } from './lane/run-lane.ts';

const endpoints = new Map<string, Endpoint>();
export const setEndpoint = (channelId: string, endpoint: Endpoint): void => void endpoints.set(channelId, endpoint);
export const endpointOf = (channelId: string): Endpoint | undefined => endpoints.get(channelId);
