// The one set of vessel papers (M13; GF18 13): what the forms 1 to 7 of the FAL Convention ask for and no other part of the composite form has.
// Cargo (form 2) and dangerous goods (form 7) are the goods, containers and bill that are typed anyway. Columns as in elements.ts.
import type { ElementType } from './contract.ts';

export type Line = readonly [
  id: string,
  section: string,
  zh: string,
  en: string,
  type: ElementType,
  length: string,
  need: 'd' | 'D' | '-',
  usual: '+' | '',
  codeList: string,
  dec: string,
];

export const vesselLines: readonly Line[] = [
  // FAL 1: general declaration
  ['vesselKind', 'vessel', '船舶种类', 'Kind of vessel', 'text', '35', '-', '+', '', ''],
  ['callSign', 'vessel', '船舶呼号', 'Call sign', 'text', '9', '-', '+', '', ''],
  ['mmsiNumber', 'vessel', '海上移动业务识别码', 'MMSI number', 'text', '9', '-', '', '', ''],
  ['masterName', 'vessel', '船长姓名', 'Master', 'text', '70', '-', '+', '', ''],
  ['vesselAgent', 'vessel', '船舶代理', 'Agent of the vessel', 'text', '100', '-', '+', '', ''],
  ['registryPort', 'vessel', '船籍港', 'Port of registry', 'text', '35', '-', '+', '', ''],
  ['registryNumber', 'vessel', '国籍证书编号', 'Certificate of registry', 'text', '35', '-', '+', '', ''],
  ['registryDate', 'vessel', '国籍证书签发日期', 'Date of the certificate of registry', 'date', '8', '-', '', '', ''],
  ['grossTonnage', 'vessel', '总吨', 'Gross tonnage', 'decimal', '12,2', '-', '+', '', ''],
  ['netTonnage', 'vessel', '净吨', 'Net tonnage', 'decimal', '12,2', '-', '+', '', ''],
  ['draughtForeM', 'vessel', '艏吃水（米）', 'Draught fore (m)', 'decimal', '5,2', '-', '', '', ''],
  ['draughtAftM', 'vessel', '艉吃水（米）', 'Draught aft (m)', 'decimal', '5,2', '-', '', '', ''],
  ['callPurpose', 'vessel', '进港目的', 'Purpose of the call', 'text', '35', '-', '', '', ''],
  ['voyageBrief', 'vessel', '航次概况', 'Brief particulars of the voyage', 'text', '200', '-', '', '', ''],
  ['vesselRemarks', 'vessel', '船舶备注', 'Remarks on the vessel', 'text', '200', '-', '', '', ''],
  ['callPort', 'portCalls', '挂靠港', 'Port of call', 'text', '5', 'd', '+', 'unlocode', ''],
  ['callArrival', 'portCalls', '抵港时间', 'Arrived', 'instant', '24', '-', '+', '', ''],
  ['callDeparture', 'portCalls', '离港时间', 'Left', 'instant', '24', '-', '+', '', ''],
  // FAL 3: ship's stores
  ['storeName', 'stores', '船用物品名称', 'Article', 'text', '70', 'd', '+', '', ''],
  ['storeQuantity', 'stores', '物品数量', 'Quantity of the article', 'decimal', '14,3', 'd', '+', '', ''],
  ['storeUnit', 'stores', '物品单位', 'Unit of the article', 'text', '35', '-', '+', '', ''],
  ['storePlace', 'stores', '存放位置', 'Where on board', 'text', '35', '-', '+', '', ''],
  // FAL 4: crew's effects
  ['effectsOwner', 'effects', '所有人证件号码', 'Document number of the owner', 'text', '32', 'd', '+', '', ''],
  ['effectsName', 'effects', '自用物品', 'Effects', 'text', '70', 'd', '+', '', ''],
  ['effectsQuantity', 'effects', '自用物品数量', 'Quantity of the effects', 'decimal', '14,3', '-', '+', '', ''],
  // FAL 5 and 6: crew list, passenger list
  ['personFamilyName', 'persons', '姓（拉丁字母）', 'Family name', 'text', '35', '-', '+', '', ''],
  ['personGivenName', 'persons', '名（拉丁字母）', 'Given names', 'text', '35', '-', '+', '', ''],
  ['personNameZh', 'persons', '中文姓名', 'Chinese name', 'text', '35', '-', '+', '', ''],
  ['personSex', 'persons', '性别', 'Sex', 'code', '1', '-', '+', 'person-sex', ''],
  ['personBirthDate', 'persons', '出生日期', 'Date of birth', 'date', '8', '-', '+', '', ''],
  ['personBirthPlace', 'persons', '出生地', 'Place of birth', 'text', '35', '-', '', '', ''],
  ['personNationality', 'persons', '国籍', 'Nationality', 'code', '3', '-', '+', 'country', ''],
  ['personRank', 'persons', '职务', 'Rank or rating', 'text', '35', '-', '+', '', ''],
  ['personDocumentCountry', 'persons', '证件签发国', 'Document issued by', 'code', '3', '-', '', 'country', ''],
  ['personDocumentUntil', 'persons', '证件有效期至', 'Document valid until', 'date', '8', '-', '', '', ''],
  ['personEmbarked', 'persons', '登船港', 'Embarked at', 'text', '5', '-', '', 'unlocode', ''],
  ['personDisembarks', 'persons', '离船港', 'Disembarks at', 'text', '5', '-', '', 'unlocode', ''],
  // FAL 7: dangerous goods
  ['hazardClass', 'goods', '危险货物类别（IMDG）', 'Hazard class (IMDG)', 'text', '7', '-', '', '', ''],
  ['flashPointC', 'goods', '闪点（摄氏度）', 'Flash point (°C)', 'decimal', '5,1', '-', '', '', ''],
  ['emergencySchedule', 'goods', '应急措施表号（EmS）', 'Emergency schedule (EmS)', 'text', '6', '-', '', '', ''],
  ['marinePollutant', 'goods', '海洋污染物', 'Marine pollutant', 'flag', '1', '-', '', '', ''],
];
