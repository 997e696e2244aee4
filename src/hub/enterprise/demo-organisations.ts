// The organisations and accounts of the demonstration: invented, with valid check digits, never made in production mode.
import type { OrganisationKind } from '../../kernel/party.ts';
import type { QualificationKind } from './contract.ts';
import { recordConfirmed } from './manage-qualifications.ts';
import type { Context } from '../../runtime/context.ts';
import { countOrganisations, findOrganisationByChannel, insertOrganisation, insertPerson } from './store.ts';
import { findPersonByName } from './store-people.ts';
import { hashPassword } from './hash-password.ts';

type DemoOrganisation = {
  key: string;
  zh: string;
  en: string;
  kind: OrganisationKind;
  uscc?: string;
  registration?: string;
  authority?: string;
  channelId?: string;
  /** Beside the business licence. */
  qualifications?: readonly QualificationKind[];
  people: readonly { account: string; name: string; roles: readonly string[] }[];
};

export const demoPassword = 'portico-demo';

const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: 'trader',
    zh: '重庆山城光电有限公司（演示）',
    en: 'Chongqing Shancheng Optoelectronics (demo)',
    kind: 'trader',
    uscc: '91500103MA5UTRA017',
    registration: '5003160A01',
    qualifications: ['customs-trader'],
    people: [{ account: 'trader', name: '陈演示', roles: ['declarant', 'enterprise-manager'] }],
  },
  {
    key: 'trader2',
    zh: '重庆两江汽车部件有限公司（演示）',
    en: 'Chongqing Liangjiang Auto Parts (demo)',
    kind: 'trader',
    uscc: '91500112MA5UTRB021',
    registration: '5003160A02',
    qualifications: ['customs-trader'],
    people: [{ account: 'trader2', name: '李演示', roles: ['declarant', 'enterprise-manager'] }],
  },
  {
    key: 'broker',
    zh: '重庆渝通报关有限公司（演示）',
    en: 'Chongqing Yutong Customs Brokers (demo)',
    kind: 'broker',
    uscc: '91500107MA5UBRK036',
    registration: '5003980B01',
    qualifications: ['customs-broker', 'customs-trader'],
    people: [{ account: 'broker', name: '王演示', roles: ['declarant', 'enterprise-manager'] }],
  },
  {
    key: 'carrier',
    zh: '渝新欧班列运营公司（演示）',
    en: 'Rail carrier (demo)',
    kind: 'carrier',
    uscc: '91500000MA5UCAR04C',
    channelId: 'carrier',
    qualifications: ['carrier'],
    people: [{ account: 'carrier', name: '周演示', roles: ['carrier-clerk'] }],
  },
  {
    key: 'customs',
    zh: '海关（演示）',
    en: 'Customs (demo)',
    kind: 'authority',
    authority: 'customs',
    channelId: 'customs',
    people: [
      { account: 'customs', name: '关员甲', roles: ['officer'] },
      { account: 'customs-roster', name: '排班巳', roles: ['roster-keeper'] },
    ],
  },
  {
    key: 'border',
    zh: '边检（演示）',
    en: 'Border inspection (demo)',
    kind: 'authority',
    authority: 'border-inspection',
    channelId: 'border-inspection',
    people: [
      { account: 'border', name: '警官乙', roles: ['officer'] },
      { account: 'border-roster', name: '排班午', roles: ['roster-keeper'] },
    ],
  },
  { key: 'maritime', zh: '海事（演示）', en: 'Maritime safety (demo)', kind: 'authority', authority: 'maritime', channelId: 'maritime', people: [{ account: 'maritime', name: '海事丙', roles: ['officer'] }] },
  { key: 'commerce', zh: '商务（演示）', en: 'Commerce (demo)', kind: 'authority', authority: 'commerce', channelId: 'commerce', people: [{ account: 'commerce', name: '商务丁', roles: ['officer'] }] },
  { key: 'quarantine', zh: '检验检疫（演示）', en: 'Inspection and quarantine (demo)', kind: 'authority', authority: 'quarantine', channelId: 'quarantine', people: [{ account: 'quarantine', name: '检疫寅', roles: ['officer'] }] },
  { key: 'police', zh: '公安（演示）', en: 'Public security (demo)', kind: 'authority', authority: 'public-security', channelId: 'public-security', people: [{ account: 'police', name: '警官卯', roles: ['officer'] }] },
  { key: 'window', zh: '邻省单一窗口（演示）', en: 'Neighbouring single window (demo)', kind: 'operator', channelId: 'other-window', people: [] },
  { key: 'singapore', zh: '新加坡贸易平台（演示）', en: 'Singapore trade platform (demo)', kind: 'operator', channelId: 'china-singapore', people: [] },
  { key: 'approval', zh: '市网上行政审批（演示）', en: 'Municipal approval (demo)', kind: 'authority', channelId: 'municipal-approval', people: [{ account: 'approval', name: '审批辰', roles: ['officer'] }] },
  { key: 'tax', zh: '税务（演示）', en: 'Tax administration (demo)', kind: 'authority', channelId: 'tax', people: [{ account: 'tax', name: '税务寅', roles: ['enterprise-manager'] }] },
  { key: 'bonded', zh: '金关二期（演示）', en: 'Bonded area system (demo)', kind: 'authority', channelId: 'bonded', people: [] },
  { key: 'forex', zh: '外汇管理（演示）', en: 'Foreign exchange administration (demo)', kind: 'authority', channelId: 'forex', people: [{ account: 'forex', name: '外汇卯', roles: ['enterprise-manager'] }] },
  { key: 'bank', zh: '重庆口岸银行（演示）', en: 'Port bank (demo)', kind: 'bank', channelId: 'bank', qualifications: ['banking'], uscc: '91500000MA5UBNK05C', people: [{ account: 'bank', name: '柜员辰', roles: ['bank-clerk'] }] },
  {
    key: 'terminal',
    zh: '果园港码头（演示）',
    en: 'Guoyuan terminal (demo)',
    kind: 'operator',
    uscc: '91500105MA5UPRT07A',
    channelId: 'port-terminal',
    qualifications: ['supervised-site'],
    people: [{ account: 'terminal', name: '闸口戊', roles: ['gate-clerk'] }],
  },
  {
    key: 'railway',
    zh: '团结村铁路场站（演示）',
    en: 'Tuanjiecun rail yard (demo)',
    kind: 'operator',
    uscc: '91500107MA5URWY086',
    channelId: 'railway-yard',
    qualifications: ['supervised-site'],
    people: [{ account: 'railway', name: '货场己', roles: ['gate-clerk'] }],
  },
  {
    key: 'airport',
    zh: '江北机场货站（演示）',
    en: 'Jiangbei air cargo station (demo)',
    kind: 'operator',
    uscc: '91500112MA5UAPT09H',
    channelId: 'airport-station',
    qualifications: ['supervised-site'],
    people: [{ account: 'airport', name: '货站庚', roles: ['gate-clerk'] }],
  },
  {
    key: 'roadgate',
    zh: '南彭公路口岸（演示）',
    en: 'Nanpeng road port (demo)',
    kind: 'operator',
    uscc: '91500113MA5URGT10N',
    channelId: 'road-gate',
    qualifications: ['supervised-site'],
    people: [{ account: 'roadgate', name: '卡口巳', roles: ['gate-clerk'] }],
  },
  {
    key: 'postoffice',
    zh: '重庆国际邮件互换局（演示）',
    en: 'Chongqing office of exchange (demo)',
    kind: 'operator',
    uscc: '91500103MA5UPEX10A',
    channelId: 'post-express',
    qualifications: ['supervised-site'],
    people: [{ account: 'postoffice', name: '邮检午', roles: ['gate-clerk'] }],
  },
  {
    key: 'zonegate',
    zh: '西永综保区卡口（演示）',
    en: 'Xiyong zone gate (demo)',
    kind: 'operator',
    uscc: '91500106MA5UWGT10R',
    channelId: 'zone-gate',
    qualifications: ['supervised-site'],
    people: [{ account: 'zonegate', name: '卡口未', roles: ['gate-clerk'] }],
  },
  {
    key: 'port-office',
    zh: '口岸办（演示）',
    en: 'Port office (demo)',
    kind: 'port-office',
    uscc: '11500000MB1UPXF108',
    people: [
      { account: 'operator', name: '值班辛', roles: ['operator'] },
      { account: 'operator2', name: '值班壬', roles: ['operator'] },
      { account: 'security', name: '安管癸', roles: ['security-administrator'] },
      { account: 'security2', name: '安管子', roles: ['security-administrator'] },
      { account: 'auditor', name: '审计丑', roles: ['auditor'] },
    ],
  },
];

export const demoAccounts = demoOrganisations.flatMap((o) => o.people.map((p) => ({ account: p.account, password: demoPassword, name: p.name, organisation: o.zh, organisationEn: o.en, kind: o.kind })));

/** A demo enterprise as a form names it. */
export function demoParty(key: string): { name: string; uscc: string; registration: string } {
  const found = demoOrganisations.find((o) => o.key === key);
  if (!found?.uscc || !found.registration) throw new Error(`${key} is no demo enterprise`);
  return { name: found.zh, uscc: found.uscc, registration: found.registration };
}

/** Makes the demonstration's organisations once; returns their ids by key. */
export async function seedDemoOrganisations(context: Context): Promise<boolean> {
  if ((await countOrganisations(context)) > 0) {
    await addDemoPeople(context);
    return false;
  }
  const passwordHash = await hashPassword(demoPassword);
  for (const o of demoOrganisations) await addOrganisation(context, o, passwordHash);
  return true;
}

async function addOrganisation(context: Context, o: DemoOrganisation, passwordHash: string): Promise<void> {
  const id = context.newId();
  await insertOrganisation(context, {
    id,
    name: o.zh,
    name_en: o.en,
    kind: o.kind,
    uscc: o.uscc ?? null,
    customs_registration: o.registration ?? null,
    authority: o.authority ?? null,
    channel_id: o.channelId ?? null,
    district: o.uscc ? '8000' : null,
  });
  await qualify(context, id, o);
  for (const person of o.people) await insertPerson(context, { id: context.newId(), organisation_id: id, account: person.account, name: person.name, password_hash: passwordHash, roles: [...person.roles] });
}

/**
 * A demonstration of a version before has its organisations, but not those of channels that came later, nor the people of roles that did
 * (安全管理员, 审计员).
 */
async function addDemoPeople(context: Context): Promise<void> {
  for (const o of demoOrganisations) {
    if (o.channelId && !(await findOrganisationByChannel(context, o.channelId))) {
      await addOrganisation(context, o, await hashPassword(demoPassword));
      continue;
    }
    const known = await Promise.all(o.people.map(({ account }) => findPersonByName(context, account)));
    const place = known.find((person) => person !== undefined)?.organisation_id;
    if (!place) continue;
    for (const person of o.people.filter((_, n) => known[n] === undefined))
      await insertPerson(context, {
        id: context.newId(),
        organisation_id: place,
        account: person.account,
        name: person.name,
        password_hash: await hashPassword(demoPassword),
        roles: [...person.roles],
      });
  }
}

/** Long before the demonstration's week; invented like the rest. */
const SINCE = '2020-01-01';
async function qualify(context: Context, organisationId: string, o: DemoOrganisation): Promise<void> {
  if (!o.uscc || o.kind === 'port-office') return;
  const licence = { legalForm: '有限责任公司（演示）', mergedRecords: ['报关单位备案'] };
  await recordConfirmed(context, organisationId, { kind: 'business-licence', number: o.uscc, issuer: '市场监督管理局（演示）', validFrom: SINCE, particulars: licence });
  for (const kind of o.qualifications ?? []) await recordConfirmed(context, organisationId, { kind, number: o.registration ?? `演示-${o.key}`, issuer: o.registration ? '重庆海关（演示）' : '主管部门（演示）', validFrom: SINCE });
}
