// Every built-in code table; each list that an element of the form names is among them (held by a test and at the start).
import { type BuiltInList, shortLists } from './built-in-codes.ts';
import { countries } from './built-in-countries.ts';
import * as documents from './built-in-documents.ts';
import * as places from './built-in-places.ts';
import { units } from './built-in-units.ts';

const list = (id: string, zh: string, en: string, complete: boolean, entries: readonly string[]): BuiltInList => ({
  id,
  zh,
  en,
  complete,
  entries,
});

export const builtInLists: readonly BuiltInList[] = [
  ...shortLists,
  list('country', '国别（地区）', 'Country', true, countries),
  list('unit', '计量单位', 'Unit', true, units),
  list('customs-district', '关区', 'Customs district', false, places.customsDistricts),
  list('entry-exit-port', '口岸', 'Port of entry or exit', false, places.entryExitPorts),
  list('domestic-district', '境内地区', 'Domestic district', false, places.domesticDistricts),
  list('port', '港口', 'Port', false, places.ports),
  list('unlocode', '联合国贸易和运输地点代码', 'UN/LOCODE', false, places.unlocodes),
  list('admin-division', '行政区划', 'Administrative division', false, places.adminDivisions),
  list('station', '提货场站', 'Station', true, places.stations),
  list('supervision-document', '监管证件', 'Supervision document', true, documents.supervisionDocuments),
  list('licence-kind', '许可证类别', 'Licence kind', false, documents.licenceKinds),
  list('enterprise-qualification', '企业资质', 'Enterprise qualification', false, documents.qualifications),
  list('attachment-kind', '随附单据类别', 'Attachment kind', false, documents.attachmentKinds),
  list('dangerous-package', '危包规格', 'Dangerous goods package', false, documents.dangerousPackages),
  list('certificate-kind', '申请单证', 'Certificate requested', false, documents.certificateKinds),
];
