// What the simulators answer, scripted by the shipment's own reference (documented for partners in docs/reference/simulator-scripts.md).
// A reference `JOINT-2026-001` asks for the scenario `JOINT`; without a known prefix everything is clean.
import type { Bilingual } from '../../kernel/bilingual.ts';

export const scenarios = {
  CLEAN: { zh: '各方直接放行', en: 'Everybody releases at once' },
  INSPECT: { zh: '海关查验，正常后放行', en: 'Customs inspects, releases after a normal result' },
  JOINT: { zh: '海关与边检（水运为海事）同时查验：一次联合查验', en: 'Customs and border inspection (by water maritime) both inspect: one joint inspection' },
  DESK: { zh: '同 JOINT，但场站不自动报出场：由闸口人员核验放行', en: 'As JOINT, but the station does not report the gate-out: a clerk lets the goods out' },
  REFUSE: { zh: '海关退单并指出字段，修改后放行', en: 'Customs rejects naming a field; the amended version is released' },
  LICENCE: { zh: '商务首次核查不到许可证并指出字段，更正后通过；未列证件时同 CLEAN', en: 'Commerce first finds no such licence and names the field; verified once amended; CLEAN where no licence is named' },
  FORBID: { zh: '海关不予放行（禁止进出口）', en: 'Customs refuses entry' },
  HOLD: { zh: '边检布控，随后解除', en: 'Border inspection holds, later lets go' },
  REHOLD: { zh: '放行后海关再次布控：放行撤销', en: 'Customs holds again after release: the release is revoked' },
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
export const leavesGateToClerk = (scenario: Scenario, kind: string): boolean => scenario === 'DESK' && kind.endsWith('.release-order');

/** What is taken back is taken back without another word. */
export const takesBack = (kind: string): boolean => kind.endsWith('withdrawal');
