// Looking into JSON of a carrier: what is not there, or is something else, is empty (N11).
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';

export type Node = Readonly<Record<string, unknown>>;
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textAt = (node: Node | undefined, ...path: string[]): string => {
  let at: unknown = node;
  for (const name of path) at = isNode(at) ? at[name] : undefined;
  return typeof at === 'string' ? at : '';
};
export const unreadable = (zh: string, en: string) => new UnreadableMessage(`DCSA：${zh}`, `DCSA: ${en}`);
/** RFC 3339 with its offset; a time without one says nothing of when. */
export function instantOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text)))
    throw unreadable(`时间不正确：${text || '空'}`, `the time is wrong: ${text || 'nothing'}`);
  return new Date(text).toISOString();
}
