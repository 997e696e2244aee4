// Checks a published draw without trusting who published it (M6): what `kernel/draw-proof.ts` recomputes, then that the ledger recorded each
// step as it is said and in that order. The portal and `npm run verify-draw` use it; tools/verify_draw.py is written apart from it.
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { checkDraw, type DrawCheck, type DrawEvidence, type DrawProof } from '../../../kernel/draw-proof.ts';
import { hexOf } from '../../../kernel/draw-stream.ts';
import { leafHash, type Sha256 } from '../../../kernel/merkle-proof.ts';
import { checkReceipt, isSigned, readNote } from '../../ledger/web/check-receipt.ts';

const sha256: Sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

type Step = {
  readonly name: readonly [zh: string, en: string];
  readonly type: string;
  readonly evidence: DrawEvidence | undefined;
  readonly at: string | undefined;
  /** What its content has to say; absent where the content names a person and is not opened. */
  readonly says?: object;
};
type Leaf = { readonly at?: string; readonly subject?: string; readonly type?: string };

/**
 * Up to and with the first that does not hold. `verifiers`: keys that the ledger's heads are signed with, known from elsewhere; without them
 * everything but the signatures is checked.
 */
export async function checkPublishedDraw(proof: DrawProof, verifiers?: readonly string[]): Promise<DrawCheck[]> {
  const checks = [...(await checkDraw(sha256, proof))];
  if (checks.some((one) => !one.holds)) return checks;
  const { revealed, contributed, replaced } = proof.evidence;
  const gone = proof.reveal?.drawn.flatMap((one) => one.officers.filter((o) => o.replaced)) ?? [];
  if (contributed.length !== proof.contributions.length || replaced.length !== gone.length) {
    checks.push({
      holds: false,
      text: { zh: '随机数和递补各有一份账本证据', en: 'There is one evidence for each nonce and each replacement' },
    });
    return checks;
  }
  let before = -1;
  let subject: string | undefined;
  for (const step of stepsOf(proof)) {
    const fault = await faultOf(step, { before, subject, verifiers });
    const [zh, en] = step.name;
    checks.push(
      fault
        ? { holds: false, text: { zh: `${zh}：${fault[0]}`, en: `${en}: ${fault[1]}` } }
        : { holds: true, text: { zh: `${zh}：账本有据`, en: `${en}: recorded in the ledger` } },
    );
    if (fault) return checks;
    const leaf = JSON.parse(step.evidence?.leaf ?? '{}') as Leaf;
    subject = leaf.subject;
    // Nonces may come in any order among themselves, and replacements too: each after the step before them.
    before = orderedTypes.has(step.type) ? (step.evidence?.index ?? before) : before;
  }
  const late = contributed.some((one) => (one.index ?? 0) > (revealed?.index ?? -1));
  checks.push({
    holds: !late,
    text: { zh: '随机数都在公开秘密之前给出', en: 'Every nonce was given before the secret was revealed' },
  });
  return checks;
}
const orderedTypes = new Set(['draw.committed', 'draw.frozen', 'draw.revealed']);

function stepsOf(proof: DrawProof): Step[] {
  const { number, authority, rule, commitment, population, contributions, reveal, evidence } = proof;
  const nonces = contributions.map((one) => ({ authority: one.authority, nonce: one.nonce }));
  const replaced = (reveal?.drawn ?? []).flatMap((one) =>
    one.officers.flatMap((o) => (o.replaced ? { target: one.target, officer: o.officer, kind: o.replaced } : [])),
  );
  const contentOf = (one: DrawEvidence) => payloadOf(one) as { target?: string; officer?: string };
  return [
    {
      name: ['事先承诺', 'The commitment'],
      type: 'draw.committed',
      evidence: evidence.committed,
      at: proof.committedAt,
      says: { number, authority, rule, commitment },
    },
    {
      name: ['冻结抽取范围', 'The frozen population'],
      type: 'draw.frozen',
      evidence: evidence.frozen,
      at: population?.frozenAt,
      says: {
        number,
        digest: population?.digest,
        targets: population?.targets.length,
        officers: population?.officers.length,
      },
    },
    ...contributions.map(
      (one, i): Step => ({
        name: [`${one.authority} 的随机数`, `The nonce of ${one.authority}`],
        type: 'draw.contributed',
        evidence: evidence.contributed[i],
        at: one.at,
      }),
    ),
    {
      name: ['公开秘密', 'The secret revealed'],
      type: 'draw.revealed',
      evidence: evidence.revealed,
      at: reveal?.revealedAt,
      says: {
        number,
        secret: reveal?.secret,
        seed: reveal?.seed,
        digest: population?.digest,
        nonces,
        passedOver: reveal?.passedOver,
        drawn: reveal?.drawn.length,
      },
    },
    ...replaced.map((one): Step => {
      const found = evidence.replaced.find((e) => {
        const { target, officer } = contentOf(e);
        return target === one.target && officer === one.officer;
      });
      return {
        name: ['人员递补', 'A replacement'],
        type: 'draw.officer-replaced',
        evidence: found,
        at: found && (JSON.parse(found.leaf) as Leaf).at,
        says: { number, ...one },
      };
    }),
  ];
}
function payloadOf({ content }: DrawEvidence): object {
  const { payload } = JSON.parse(content?.text ?? '{}') as { payload?: object };
  return payload ?? {};
}

async function faultOf(
  { type, evidence, at, says }: Step,
  known: { before: number; subject: string | undefined; verifiers: readonly string[] | undefined },
): Promise<readonly [zh: string, en: string] | undefined> {
  if (!evidence) return ['没有账本证据', 'there is no evidence of the ledger'];
  const leaf = JSON.parse(evidence.leaf) as Leaf;
  if (leaf.type !== type || leaf.at !== at || (known.subject !== undefined && leaf.subject !== known.subject))
    return ['账本记录的是另一件事或另一时间', 'the ledger recorded something else, or another time'];
  if (says) {
    if (!evidence.content) return ['内容未公开', 'its content is not shown'];
    const { drawId, ...said } = payloadOf(evidence) as { drawId?: string };
    if (drawId !== leaf.subject || canonicalJson(said) !== canonicalJson(says))
      return ['账本记录的内容不同', 'the ledger recorded other content'];
  }
  const head = evidence.note === undefined ? undefined : readNote(evidence.note);
  if (!head || evidence.index === undefined)
    return ['尚未进入签名树头，请稍后再取', 'not yet under a signed head: fetch it again in a moment'];
  if (evidence.index <= known.before) return ['账本中的次序不对', 'it stands in another order in the ledger'];
  const checked = await checkReceipt(
    {
      id: '',
      state: 'integrated',
      type,
      subject: '',
      at: '',
      leaf: evidence.leaf,
      leafHash: hexOf(await leafHash(sha256, new TextEncoder().encode(evidence.leaf))),
      ...(evidence.content ? { content: evidence.content } : {}),
      index: evidence.index,
      proof: evidence.proof ?? [],
      head: { size: head.size, root: '', signedAt: '', note: evidence.note ?? '' },
    },
    known.verifiers ?? [],
  );
  // The last line is the signature, which takes keys.
  const wrong = checked.slice(0, -1).find((one) => !one.holds);
  if (wrong) return [`不成立：${wrong.text.zh}`, `does not hold: ${wrong.text.en}`];
  if (known.verifiers && !(await isSigned(evidence.note ?? '', known.verifiers)))
    return ['树头签名无效', 'the signature of the head is not good'];
  return undefined;
}
