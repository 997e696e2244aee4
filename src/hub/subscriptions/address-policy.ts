// A demonstration may deliver to a receiver on the same machine; a real port office delivers to public addresses only (R20).
import type { Settings } from '../../runtime/context.ts';
import type { AddressPolicy } from '../../runtime/transport/address-guard.ts';

export const addressPolicy = (settings: Settings): AddressPolicy =>
  settings.mode === 'demo' ? 'loopback-too' : 'public';
