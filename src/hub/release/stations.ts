// Stations that hold goods and act on releases, as data (N10); which channel reaches each.
import type { Bilingual } from '../../kernel/bilingual.ts';

export type Station = { readonly id: string; readonly name: Bilingual; readonly channel: string };
const stations: readonly Station[] = [
  { id: 'CKG-GUOYUAN', name: { zh: '果园港', en: 'Guoyuan port' }, channel: 'port-terminal' },
  { id: 'CKG-CUNTAN', name: { zh: '寸滩港', en: 'Cuntan port' }, channel: 'port-terminal' },
  { id: 'CKG-TUANJIECUN', name: { zh: '团结村铁路场站', en: 'Tuanjiecun rail yard' }, channel: 'railway-yard' },
  { id: 'CKG-JIANGBEI', name: { zh: '江北机场货站', en: 'Jiangbei air cargo station' }, channel: 'airport-station' },
  { id: 'CKG-XIYONG', name: { zh: '西永综保区卡口', en: 'Xiyong zone gate' }, channel: 'port-terminal' },
];
const byMode: Readonly<Record<string, string>> = { '2': 'CKG-GUOYUAN', '3': 'CKG-TUANJIECUN', '5': 'CKG-JIANGBEI' };

/** The station of the form, else the usual one of its mode, else the zone gate. */
export const stationOf = (code: string, mode: string): Station =>
  stations.find((s) => s.id === code) ?? stations.find((s) => s.id === byMode[mode]) ?? (stations.at(-1) as Station);
export const stationsOfChannel = (channel: string | undefined): readonly string[] =>
  stations.filter((s) => s.channel === channel).map((s) => s.id);
export const stationName = (id: string): Bilingual => stations.find((s) => s.id === id)?.name ?? { zh: id, en: id };
