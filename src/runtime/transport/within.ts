// Silence has an end, whatever a library makes of it.
import { TransportFault } from './transport.ts';

/** Rejects with `unreachable` and this code when `act` has not ended by then; what it does afterwards is nobody's. */
export function within<T>(ms: number, code: string, act: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransportFault('unreachable', code)), ms);
  });
  return Promise.race([act, late]).finally(() => clearTimeout(timer));
}
