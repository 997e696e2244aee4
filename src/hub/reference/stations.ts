// Stations that hold goods and act on releases, as data (N10); which channel reaches each, and what lies there.
import type { Bilingual } from '../../kernel/bilingual.ts';

type Station = {
  readonly id: string;
  readonly name: Bilingual;
  readonly channel: string;
  /** What goods without a box are there, whatever brought them: 快件监管中心 holds express parcels (B16 三(一)3(2)). */
  readonly pieces?: 'express-parcel' | 'mail';
};
const stations: readonly Station[] = [
  { id: 'CKG-GUOYUAN', name: { zh: '果园港', en: 'Guoyuan port' }, channel: 'port-terminal' },
  { id: 'CKG-CUNTAN', name: { zh: '寸滩港', en: 'Cuntan port' }, channel: 'port-terminal' },
  { id: 'CKG-TUANJIECUN', name: { zh: '团结村铁路场站', en: 'Tuanjiecun rail yard' }, channel: 'railway-yard' },
  { id: 'CKG-JIANGBEI', name: { zh: '江北机场货站', en: 'Jiangbei air cargo station' }, channel: 'airport-station' },
  { id: 'CKG-NANPENG', name: { zh: '南彭公路口岸卡口', en: 'Nanpeng road gate' }, channel: 'road-gate' },
  { id: 'CKG-POST', name: { zh: '重庆国际邮件互换局', en: 'Chongqing office of exchange' }, channel: 'post-express' },
  {
    id: 'CKG-EXPRESS',
    name: { zh: '重庆快件监管中心', en: 'Chongqing express centre' },
    channel: 'post-express',
    pieces: 'express-parcel',
  },
  { id: 'CKG-XIYONG', name: { zh: '西永综保区卡口', en: 'Xiyong zone gate' }, channel: 'zone-gate' },
];
const byMode: Readonly<Record<string, string>> = {
  '2': 'CKG-GUOYUAN',
  '3': 'CKG-TUANJIECUN',
  '4': 'CKG-NANPENG',
  '5': 'CKG-JIANGBEI',
  '6': 'CKG-POST',
};

/** The station of the form, else the usual one of its mode, else the zone gate. */
export const stationOf = (code: string, mode: string): Station =>
  stations.find((s) => s.id === code) ?? stations.find((s) => s.id === byMode[mode]) ?? (stations.at(-1) as Station);
export const stationsOfChannel = (channel: string | undefined): readonly string[] =>
  stations.filter((s) => s.channel === channel).map((s) => s.id);
export const stationName = (id: string): Bilingual => stations.find((s) => s.id === id)?.name ?? { zh: id, en: id };
/** Of the station that the form names: a mode's usual one says nothing about what lies there. */
export const piecesAt = (code: string): Station['pieces'] => stations.find((s) => s.id === code)?.pieces;
