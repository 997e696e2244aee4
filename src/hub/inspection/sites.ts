// Where inspections are held, as data: sites of the stations, bays, opening hours in UTC+8 (P6; M4 sets 7×24 by appointment).
// Demonstration values: real sites publish their own.
import type { Bilingual } from '../../kernel/bilingual.ts';

export type InspectionSite = {
  readonly id: string;
  readonly stations: readonly string[];
  readonly name: Bilingual;
  readonly bays: readonly string[];
  readonly opensHour: number;
  readonly closesHour: number;
  readonly slotMinutes: number;
};

const sites: readonly InspectionSite[] = [
  {
    id: 'GUOYUAN-INSP',
    stations: ['CKG-GUOYUAN', 'CKG-CUNTAN'],
    name: { zh: '果园港查验场', en: 'Guoyuan inspection yard' },
    bays: ['A1', 'A2', 'A3', 'COLD1'],
    opensHour: 0,
    closesHour: 24,
    slotMinutes: 60,
  },
  {
    id: 'TUANJIECUN-INSP',
    stations: ['CKG-TUANJIECUN'],
    name: { zh: '团结村铁路查验场', en: 'Tuanjiecun rail inspection yard' },
    bays: ['R1', 'R2', 'R3'],
    opensHour: 0,
    closesHour: 24,
    slotMinutes: 60,
  },
  {
    id: 'JIANGBEI-INSP',
    stations: ['CKG-JIANGBEI'],
    name: { zh: '江北机场货站查验区', en: 'Jiangbei air cargo inspection area' },
    bays: ['C1', 'C2'],
    opensHour: 0,
    closesHour: 24,
    slotMinutes: 30,
  },
  {
    id: 'XIYONG-INSP',
    stations: ['CKG-XIYONG'],
    name: { zh: '西永综保区查验场', en: 'Xiyong zone inspection yard' },
    bays: ['Z1', 'Z2'],
    opensHour: 8,
    closesHour: 20,
    slotMinutes: 60,
  },
];
export const siteFor = (station: string): InspectionSite =>
  sites.find((s) => s.stations.includes(station)) ?? (sites[0] as InspectionSite);
export const siteById = (id: string): InspectionSite | undefined => sites.find((s) => s.id === id);
