// This browser as a witness: it keeps the last head it saw, and holds each newer one to it. A ledger that was rewritten in between,
// or shows different histories to different readers, is noticed here.
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { get } from '../../../web/api.ts';
import type { ConsistencyProof, TreeHead } from '../contract.ts';
import { goesOnFrom, isSigned, readNote } from './check-receipt.ts';

const PLACE = 'portico-ledger-head';
type Seen = { readonly holds: boolean; readonly text: Bilingual };

export async function keepHead(head: TreeHead | undefined, verifiers: readonly string[]): Promise<Seen | undefined> {
  if (!head) return undefined;
  if (!(await isSigned(head.note, verifiers)))
    return { holds: false, text: { zh: '最新树头的签名无效', en: 'The signature of the latest head is not good' } };
  const kept = localStorage.getItem(PLACE);
  const before = kept === null ? undefined : readNote(kept);
  if (kept === null || !before) {
    localStorage.setItem(PLACE, head.note);
    return {
      holds: true,
      text: { zh: '树头签名有效；本浏览器自此见证', en: 'The head is signed; this browser keeps watch from here' },
    };
  }
  const size = before.size;
  if (!(await follows(kept, size, head)))
    return {
      holds: false,
      text: {
        zh: `账本与本浏览器此前所见（${size} 片叶）不一致`,
        en: `The ledger differs from what this browser saw before (${size} leaves)`,
      },
    };
  localStorage.setItem(PLACE, head.note);
  return {
    holds: true,
    text: {
      zh: `自本浏览器上次所见（${size} 片叶）以来，账本只增未改`,
      en: `Since this browser last looked (${size} leaves) the ledger has only grown`,
    },
  };
}

async function follows(kept: string, size: number, head: TreeHead): Promise<boolean> {
  if (size > head.size) return false;
  try {
    const { proof } = await get<ConsistencyProof>(`/ledger/consistency?from=${size}&to=${head.size}`);
    return await goesOnFrom(kept, head.note, proof);
  } catch {
    return false;
  }
}
