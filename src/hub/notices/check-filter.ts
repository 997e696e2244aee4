// What a filter's schema cannot see: a container number that is mistyped would never fit and nobody would notice (M2). Pure.
import { checkContainer } from '../../kernel/check-digits.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { EventFilter } from './contract.ts';
import { plainNumber } from './match-event.ts';
import { refuse } from './refusals.ts';

export function findFilterFaults(filter: EventFilter, at = 'filter'): Finding[] {
  return (filter.containers ?? []).flatMap((value, i): Finding[] => {
    const check = checkContainer(plainNumber(value));
    if (check.ok) return [];
    return [
      {
        path: `${at}.containers[${i}]`,
        value,
        rule: 'container-check-digit',
        ruleVersion: '1',
        severity: 'error',
        message: check.reason,
        remedy: { zh: '请核对箱号（4 个字母 7 个数字）', en: 'Check the number: four letters, seven digits' },
      },
    ];
  });
}

/** Refuses filters that could never fit, naming each place. */
export function mustBeSound(filters: readonly EventFilter[], at?: string): void {
  const findings = filters.flatMap((filter, i) => findFilterFaults(filter, at ?? `filters[${i}]`));
  if (findings.length > 0) throw refuse('FILTER_INVALID', { count: findings.length, findings });
}
