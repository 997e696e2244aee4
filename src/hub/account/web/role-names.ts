// What people call the roles of the policy table.
import { useSay } from '../../../web/language.tsx';

const names: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  declarant: ['申报员', 'Declarant'],
  'enterprise-manager': ['单位管理员', 'Manager'],
  officer: ['官员', 'Officer'],
  'roster-keeper': ['排班员', 'Roster keeper'],
  'gate-clerk': ['闸口员', 'Gate clerk'],
  'carrier-clerk': ['承运员', 'Carrier clerk'],
  'forwarder-clerk': ['货代员', 'Forwarder clerk'],
  'bank-clerk': ['银行柜员', 'Bank clerk'],
  operator: ['口岸办值班员', 'Port office operator'],
  'security-administrator': ['安全管理员', 'Security administrator'],
  auditor: ['审计员', 'Auditor'],
};
export function useRoleName(): (role: string) => string {
  const say = useSay();
  return (role) => {
    const [zh, en] = names[role] ?? [role, role];
    return say(zh, en);
  };
}
