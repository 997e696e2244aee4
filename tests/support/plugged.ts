// A test about one partner names its channel here and not by its folder: what is left still compiles when the folder is taken out (N2).
import { channels } from '../../src/channels/index.ts';
import type { Channel } from '../../src/hub/mapping/contract.ts';

export const isPlugged = (id: string): boolean => channels.some((channel) => channel.id === id);
export function pluggedChannel(id: string): Channel {
  const found = channels.find((channel) => channel.id === id);
  if (!found) throw new Error(`${id} 未接入 / is not plugged in`);
  return found;
}
