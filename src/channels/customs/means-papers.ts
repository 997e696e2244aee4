// The vessel's papers for customs (进出境运输工具申报): of the one set (M13) what customs asks for. The messages CSM001–007 are known by name only
// (formats §3.1), so the form is to be agreed.
import { vesselPapers } from '../../hub/mapping/index.ts';

export const meansPapers = vesselPapers({
  channel: 'customs',
  name: { zh: '运输工具申报（船舶）', en: 'Declaration of the vessel' },
  because: { zh: '进出境船舶须向海关申报', en: 'Vessels that cross the border are declared to customs' },
  forms: ['general', 'cargo', 'stores', 'effects', 'crew', 'passengers', 'dangerous'],
  messageType: 'CSM001',
});
