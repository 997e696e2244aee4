// Codes of air cargo beside the national ones (N10): the airports of IATA for the customs port codes of the cities that fly to Chongqing.
import type { CodeTable } from '../../hub/mapping/contract.ts';

/** Where a city has several airports, the one that takes cargo of this route; to be agreed with the station. */
export const iataAirports: CodeTable = {
  id: 'iata-airports',
  list: 'port',
  name: { zh: 'IATA 机场代码', en: 'IATA airport codes' },
  source: 'IATA airport codes of the cities of the customs port list; to be agreed with the station',
  rows: [
    { ours: 'NLD006', theirs: 'AMS' },
    { ours: 'DEU057', theirs: 'FRA' },
    { ours: 'LUX001', theirs: 'LUX' },
    { ours: 'BEL018', theirs: 'LGG' },
    { ours: 'SGP000', theirs: 'SIN' },
    { ours: 'HKG003', theirs: 'HKG' },
    { ours: 'KOR018', theirs: 'ICN' },
    { ours: 'THA003', theirs: 'BKK' },
  ],
};
