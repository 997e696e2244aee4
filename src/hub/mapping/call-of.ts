// Which method and path a document goes by, filled from its mapped fields: what the standard puts into the path is data like the rest (P10). Pure.
import type { Call } from '../../kernel/call.ts';
import { isCallSafe } from '../../runtime/transport/call.ts';
import type { CallDefinition, DocumentDefinition, MappedField, Overlay } from './contract.ts';

/** The one that a document goes by now. */
export const callFor = ({ call, amends }: DocumentDefinition, overlay: Overlay): CallDefinition | undefined =>
  amends && overlay['dispatch.partnerNumber'] ? amends : call;

/** Throws where a step has nothing to fill it, or what no step may be: the document is not written then. */
export function callOf({ method, path }: CallDefinition, fields: readonly MappedField[]): Call {
  const steps = path.map((step) => {
    if (typeof step === 'string') return step;
    const [value] = step.from.flatMap((target) => filledBy(fields, target));
    if (value === undefined) throw new Error(`no ${step.name} for the path: ${step.from.join(', ')}`);
    return value;
  });
  const call = { method, path: steps };
  if (!isCallSafe(call)) throw new Error(`no path: ${JSON.stringify(steps).slice(0, 300)}`);
  return call;
}
const filledBy = (fields: readonly MappedField[], target: string): string[] =>
  fields.filter((field) => field.target === target && field.value !== '').map((field) => field.value);

/** As the standard writes it, with names where values go. */
export const callText = ({ method, path }: CallDefinition): string =>
  `${method} ${path.map((step) => `/${typeof step === 'string' ? step : `{${step.name}}`}`).join('')}`;
