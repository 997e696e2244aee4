// What the simulators answer, scripted by the shipment's own reference (documented for partners in docs/reference/simulator-scripts.md).
// A reference `JOINT-2026-001` asks for the scenario `JOINT`; without a known prefix everything is clean.
import type { Bilingual } from '../../kernel/bilingual.ts';

export const scenarios = {
  CLEAN: { zh: '各方直接放行', en: 'Everybody releases at once' },
  INSPECT: { zh: '海关查验，正常后放行', en: 'Customs inspects, releases after a normal result' },
  NOTICE: { zh: '海关以查验通知指定第一个集装箱机检，其余箱不查', en: 'Customs names the first container for the scanner in an inspection notice; the others are not inspected' },
  JOINT: { zh: '海关与边检（水运为海事）同时查验：一次联合查验', en: 'Customs and border inspection (by water maritime) both inspect: one joint inspection' },
  DESK: { zh: '同 JOINT，但场站不自动报出场：由闸口人员核验放行', en: 'As JOINT, but the station does not report the gate-out: a clerk lets the goods out' },
  REFUSE: { zh: '海关退单并指出字段，修改后放行', en: 'Customs rejects naming a field; the amended version is released' },
  NOAMEND: { zh: '同 CLEAN，但海关不同意修撤单申请', en: 'As CLEAN, but customs does not agree to amend or withdraw what it has taken' },
  RETRACT: { zh: '同 CLEAN，但海关对修撤单申请迟迟不作决定；企业要求撤回的，予以撤回', en: 'As CLEAN, but customs takes its time over applications to amend or withdraw; what is asked back is given back' },
  LICENCE: { zh: '商务首次核查不到许可证并指出字段，更正后通过；未列证件时同 CLEAN', en: 'Commerce first finds no such licence and names the field; verified once amended; CLEAN where no licence is named' },
  ISSUE: {
    zh: '商务签发首个所列许可证（一证三用，数量为首项商品的 2.5 倍），核查通过；未列证件时同 CLEAN',
    en: 'Commerce issues the first licence named (three uses, two and a half times the quantity of the first line) and verifies it; CLEAN where no licence is named',
  },
  USEDUP: { zh: '商务答复所列许可证余额不足，并通报其账上余额；未列证件时同 CLEAN', en: 'Commerce says that too little is left of the licence named, and what its books say is left; CLEAN where no licence is named' },
  SUPPLEMENT: { zh: '行政审批首次要求补正并指出字段，更正后批准；未申请审批时同 CLEAN', en: 'The municipal office first asks for a supplement naming the field; approved once amended; CLEAN where nothing is applied for' },
  DENY: { zh: '行政审批不予批准；未申请审批时同 CLEAN', en: 'The municipal office refuses the approval; CLEAN where nothing is applied for' },
  PERMIT: { zh: '新加坡首次查不到所引许可证并指出字段，更正后受理；未填许可证号时同 CLEAN', en: 'Singapore first finds no such permit and names the field; accepted once amended; CLEAN where no permit is named' },
  FORGED: { zh: '新加坡发来的证书签名不符，随后发来真证书；未走中新联运时同 CLEAN', en: 'Singapore’s certificate has a signature that does not fit, a genuine one follows; CLEAN where nothing goes through Singapore' },
  SAMPLE: { zh: '检验检疫要求取样查验，结果正常后签发通关单；未单独报检时同 CLEAN', en: 'Quarantine wants samples, issues the clearance certificate after a normal result; CLEAN where nothing is filed with it' },
  UNFIT: { zh: '检验检疫判定不合格，不予签发通关单；未单独报检时同 CLEAN', en: 'Quarantine finds the goods unfit; CLEAN where nothing is filed with it' },
  FORBID: { zh: '海关不予放行（禁止进出口）', en: 'Customs refuses entry' },
  TERMINAL: { zh: '码头逐步报告：回执、进闸（撤销后再报）、装船、船图、出闸；其余同 CLEAN', en: 'The terminal reports every step: acknowledgements, in at the gate (taken back and said again), loaded, bay plan, out; else CLEAN' },
  PLANNO: { zh: '码头首次不受理计划并指出箱号，更正后受理；其余同 CLEAN', en: 'The terminal first refuses the plan naming a box; accepts it once amended; else CLEAN' },
  BOARD: { zh: '边检登临检查，无异常后放行；其余同 CLEAN', en: 'Border inspection boards the conveyance, then clears it; else CLEAN' },
  DGNO: { zh: '海事首次不受理危险货物申报并指出字段，更正后放行；无危险货物时同 CLEAN', en: 'Maritime first refuses the dangerous goods notification naming the field; cleared once amended; CLEAN without dangerous goods' },
  HOLD: { zh: '边检布控，随后解除', en: 'Border inspection holds, later lets go' },
  REHOLD: { zh: '放行后海关再次布控：放行撤销', en: 'Customs holds again after release: the release is revoked' },
  TAX: { zh: '海关出具税单，缴清后放行', en: 'Customs issues tax bills and releases when they are paid' },
  TAXNSF: { zh: '同 TAX；银行首次因余额不足拒付，再付成功', en: 'As TAX; the bank refuses the first order for want of funds, pays the second' },
  TAXODD: { zh: '同 TAX；银行扣款金额与指令不符', en: 'As TAX; the bank pays another amount than ordered' },
  TAXMESS: { zh: '同 TAX；银行答复很晚、重复且顺序颠倒', en: 'As TAX; the bank answers late, twice and out of order' },
  TAXBACK: { zh: '同 TAX；付清后海关作废一份税单，银行退回款项', en: 'As TAX; once paid customs cancels a bill and the bank gives the money back' },
  TAXBOOK: { zh: '同 TAX；银行对账文件另有一条没有指令的明细', en: 'As TAX; the bank statement has a line of no order' },
  SURETY: { zh: '海关凭保函先放行，税单后缴', en: 'Customs releases under a guarantee; the bills are paid later' },
  SUMTAX: { zh: '汇总征税：海关凭总担保放行，税单按月汇总缴纳', en: 'Summary tax: customs releases under the general guarantee, the bills of the month are paid together' },
  NOLOAD: { zh: '海关以舱单指令（MT9999）禁装、禁卸该提单，随后放行；本票未传输舱单时同 CLEAN', en: 'Customs instructs by manifest (MT9999) not to load or discharge the bill, releases it later; CLEAN where the case files no manifest' },
  NOREFUND: { zh: '税务不受理出口退税数据并指出字段；其余同 CLEAN', en: 'The tax administration rejects the refund data and names the field; else CLEAN' },
  FXDIFF: { zh: '外汇核验不符并指出字段；其余同 CLEAN', en: 'The foreign exchange data does not agree, the field is named; else CLEAN' },
  LISTBACK: { zh: '外汇局首次退回名录申请并指出字段，补正后准予；未申请名录时同 CLEAN', en: 'The administration first sends an application for the directory back, naming the field; approved once corrected; CLEAN where none is made' },
  LISTB: { zh: '外汇局准予名录登记，定为 B 类；未申请名录时同 CLEAN', en: 'The administration approves an application for the directory with class B; CLEAN where none is made' },
  LISTNO: { zh: '外汇局受理名录申请后不予办理；未申请名录时同 CLEAN', en: 'The administration accepts an application for the directory, then refuses it; CLEAN where none is made' },
  TRACK: { zh: '承运人发来船期和箱货跟踪（仅水运）；其余同 CLEAN', en: 'The carrier sends its schedule and tracks the boxes (by water only); else CLEAN' },
  BOOKING: { zh: '承运人首次查不到订舱号并指出字段，更正后受理；未填订舱号时同 CLEAN', en: 'The carrier first finds no such booking and names the field; taken once amended; CLEAN where no booking is named' },
  SPACE: { zh: '承运人首次要求更改订舱日期，更正后确认；未订舱时同 CLEAN', en: 'The carrier first wants another day for the booking, confirms it once updated; CLEAN where nothing is booked' },
  NOSPACE: { zh: '承运人不接受订舱（无舱位）；未订舱时同 CLEAN', en: 'The carrier rejects the booking for want of space; CLEAN where nothing is booked' },
  ROLLED: { zh: '承运人确认订舱后又取消（航次取消）；未订舱时同 CLEAN', en: 'The carrier confirms the booking and then declines it (sailing cancelled); CLEAN where nothing is booked' },
  NOCANCEL: { zh: '承运人确认订舱，不同意取消；未订舱时同 CLEAN', en: 'The carrier confirms the booking and does not agree to cancel it; CLEAN where nothing is booked' },
  RETURN: { zh: '铁路、空运场站和公路、邮件快件、特殊区域卡口的进闸、装车、出场各先报后撤，再重新报告', en: 'Rail and air stations, road, post and zone gates report gate-in, loading and gate-out, take each back and report it again' },
  ZONE: {
    zh: '特殊区域核放单首次退单，再申报后通过；场站不自动报出场（同 DESK 由闸口人员核验）；无账册时其余同 CLEAN',
    en: 'Customs rejects the first gate pass of a special area, grants the next; the gate-out is left to a clerk as under DESK; else CLEAN',
  },
  CXML: { zh: '机场货站改用 Cargo-XML（XFWB、XFHL、XFFM、XFSU）；其余同 CLEAN', en: 'The air cargo station speaks Cargo-XML (XFWB, XFHL, XFFM, XFSU); else CLEAN' },
  SILENT: { zh: '收到但从不答复', en: 'Takes the document and never answers' },
  SLOW: { zh: '很晚才答复', en: 'Answers late' },
  GARBAGE: { zh: '先答复无法解析的报文，再正常答复', en: 'Answers with an unreadable message first, then properly' },
  DUPLICATE: { zh: '每个回执发送三次', en: 'Sends every receipt three times' },
  DISORDER: { zh: '回执顺序颠倒', en: 'Sends receipts in reverse order' },
  DOWN: { zh: '前两次投递返回 503', en: 'Answers 503 to the first two deliveries' },
} as const satisfies Record<string, Bilingual>;
export type Scenario = keyof typeof scenarios;

/** The reference travels in every document; its prefix up to the first `-` names the scenario. */
export function scenarioOf(reference: string | undefined): Scenario {
  const prefix = (reference ?? '').trim().split('-', 1)[0]?.toUpperCase() ?? '';
  return Object.hasOwn(scenarios, prefix) ? (prefix as Scenario) : 'CLEAN';
}

/** What the far ends play: `DESK` is `JOINT` to the authorities, and a station that leaves the gate to its clerk. */
export const playedBy = (scenario: Scenario): Scenario => (scenario === 'DESK' ? 'JOINT' : scenario);
export const leavesGateToClerk = (scenario: Scenario, kind: string): boolean => (scenario === 'DESK' || scenario === 'ZONE') && kind.endsWith('.release-order');

/** What is taken back is taken back without another word. */
export const takesBack = (kind: string): boolean => kind.endsWith('withdrawal');
