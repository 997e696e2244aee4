// Carriers (N11): manifests (MT2101) and arrivals (MT3101, also in their signed wrapper), CIM/SMGS consignment notes, and DCSA schedules, tracking
// and notifications come in; a manifest reference and shipping instructions go out.
import type { Channel } from '../../hub/mapping/contract.ts';
import { interpret } from './map-inbound.ts';
import { documents } from './map-outbound.ts';
import { profile } from './profile.ts';
import { explainError, isReply } from './read-reply.ts';
import { isBargeStatus } from './read-barge.ts';
import { isExpress } from './read-express.ts';
import { simulator } from './simulator.ts';

export const carrier: Channel = {
  id: 'carrier',
  promise: 'N11',
  name: { zh: '运输公司', en: 'Carrier' },
  profile,
  documents,
  recognises: ({ bytes }) => {
    const head = Buffer.from(bytes.subarray(0, 1500)).toString('latin1');
    return (
      isBargeStatus(bytes) ||
      // Instructions (MT9999) and receipts (function 11) are customs' own words.
      (/<(MFTMessage|Manifest|ConsignmentNote)[\s>]/.test(head) && !isOfCustoms(head)) ||
      /"(eventClassifierCode|vesselSchedules|specversion)"/.test(head) ||
      isReply(head) ||
      isExpress(Buffer.from(bytes.subarray(0, 4000)).toString('latin1'))
    );
  },
  interpret,
  explains: explainError,
  simulator,
};

const isOfCustoms = (head: string): boolean => head.includes('>MT9999<') || /FunctionCode>\s?11\s?</.test(head);
