// A word that was given until an instant counts no longer after it (P5), and nobody says so: the platform looks by itself, tells it, and
// decides the case again.
import { type Context, emitter } from '../../runtime/context.ts';
import { createLoop, type Loop } from '../../runtime/loop.ts';
import { serveDue } from '../../runtime/serve-due.ts';
import type { UnitOfWork } from '../../runtime/unit-of-work.ts';
import type { DispositionEvents } from './contract.ts';
import { decideDisposition } from './decide-disposition.ts';
import { takeKnownCase } from './known-cases.ts';
import { isOver } from './sift-words.ts';
import { instantOf, listEnded } from './store.ts';

const emit = emitter<DispositionEvents>();
const CASES_AT_ONCE = 50;

export const createWordsWatch = ({
  unitOfWork,
  onFault,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly onFault: (error: unknown) => void;
}): Loop & { step(): Promise<boolean> } => {
  const step = () => serveDue(unitOfWork, (context) => listEnded(context, CASES_AT_ONCE), endWords);
  return { ...createLoop({ name: 'words', pollMs: 5000, onFault, step }), step };
};

/** Looked at again under the lock of the case: a word on the way may have decided it meanwhile. */
async function endWords(context: Context, shipmentId: string): Promise<void> {
  const taken = await takeKnownCase(context, shipmentId);
  const { wordsEnd } = taken ?? {};
  if (!taken || taken.withdrawn || !wordsEnd || wordsEnd > context.now) return;
  const ended = taken.instructions.filter(
    ({ validUntil }) => validUntil && instantOf(validUntil) >= wordsEnd && isOver(validUntil, context.now),
  );
  for (const instruction of ended) await emit(context, 'instruction.ended', shipmentId, { shipmentId, instruction });
  await decideDisposition(context, shipmentId, taken);
}
