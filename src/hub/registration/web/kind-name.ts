// What people call the kinds of organisations.
import { useSay } from '../../../web/language.tsx';

const names: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  trader: ['收发货人', 'Trader'],
  broker: ['报关企业', 'Customs broker'],
  forwarder: ['货运代理', 'Freight forwarder'],
  carrier: ['承运人', 'Carrier'],
  operator: ['码头、场站', 'Terminal or station'],
  bank: ['银行', 'Bank'],
  authority: ['监管部门', 'Authority'],
};
export function useKindName(): (kind: string) => string {
  const say = useSay();
  return (kind) => {
    const [zh, en] = names[kind] ?? [kind, kind];
    return say(zh, en);
  };
}
