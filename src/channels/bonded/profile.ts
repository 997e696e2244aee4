// The way to the bonded area system: data only. Its messages are GB18030 (declared as gb2312 by some senders, formats §9.1).
import type { ChannelProfile } from '../../hub/mapping/contract.ts';
import { usualProfile } from '../../hub/mapping/index.ts';

export const profile: ChannelProfile = {
  ...usualProfile,
  simulatorPort: 9171,
  charset: 'gb18030',
  format: 'to-be-agreed',
};
