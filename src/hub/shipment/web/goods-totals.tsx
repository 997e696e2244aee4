// What the goods lines add up to, per currency, beside what the head of the form says. Decimals, never floats.
import { addDecimals, isDecimal } from '../../../kernel/decimal.ts';
import { useSay } from '../../../web/language.tsx';
import type { Form } from '../contract.ts';
import { rowsOf, textOf } from './form-values.ts';

export function GoodsTotals({ form }: { form: Form }) {
  const say = useSay();
  const rows = rowsOf(form, 'goods');
  const byCurrency = Map.groupBy(
    rows.filter((r) => isDecimal(r.totalPrice)),
    (r) => r.currency || '–',
  );
  const containerMass = rowsOf(form, 'containers').flatMap((r) =>
    isDecimal(r.containerGoodsMassKg) ? [r.containerGoodsMassKg ?? '0'] : [],
  );
  return (
    <p className="soft totals">
      {say(`共 ${rows.length} 项`, `${rows.length} lines`)}
      {[...byCurrency].map(([currency, lines]) => (
        <span key={currency}>
          {' · '}
          {say('总价', 'Total')} {addDecimals(lines.map((l) => l.totalPrice ?? '0'))} {currency}
        </span>
      ))}
      {' · '}
      {say('净重', 'Net')} {textOf(form, 'netMassKg') || '–'} kg · {say('毛重', 'Gross')}{' '}
      {textOf(form, 'grossMassKg') || '–'} kg
      {containerMass.length > 0 && ` · ${say('箱内货重', 'In containers')} ${addDecimals(containerMass)} kg`}
    </p>
  );
}
