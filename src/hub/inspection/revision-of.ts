// What of a task an officer has to have seen before his record counts: slot, objects and orders. Other authorities' results are not of it.
import { contentDigest } from '../../kernel/digest.ts';
import type { PartRow, TaskRow } from './store.ts';

const LENGTH = 16;

export const revisionOf = (
  task: Pick<TaskRow, 'site_id' | 'bay' | 'starts_at' | 'object_ids'>,
  parts: readonly Pick<PartRow, 'authority' | 'requirement' | 'instruction_ids'>[],
): string =>
  contentDigest({
    slot: [task.site_id, task.bay, new Date(task.starts_at).toISOString()],
    objects: [...task.object_ids].sort(),
    parts: parts.map((p) => [p.authority, p.requirement ?? '', [...p.instruction_ids].sort()]),
  }).slice(0, LENGTH);
