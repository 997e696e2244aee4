// What becomes of a message that came in, as a pure decision (P3): told, kept waiting for a number, or set aside with the reason.
// Whether it is a repetition is the database's word (a primary key), given when it is to be told.
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { AuthorityId } from '../../kernel/party.ts';
import type { DocumentPointer, InboundFact, Interpretation } from '../mapping/contract.ts';

type PointedFact = Extract<InboundFact, { readonly about: DocumentPointer }>;
export type MessageDecision =
  | { readonly do: 'tell'; readonly said: Interpretation }
  | { readonly do: 'wait'; readonly numbers: readonly string[]; readonly reason: Bilingual }
  | { readonly do: 'quarantine'; readonly reason: Bilingual };

/** All or nothing: a message of which one fact cannot be joined yet tells none of them. */
export function decideMessage(
  said: Interpretation | { readonly reason: Bilingual },
  authority: AuthorityId | undefined,
  isKnown: (pointer: DocumentPointer) => boolean,
  lost: Bilingual = { zh: '', en: '' },
): MessageDecision {
  if ('reason' in said) return { do: 'quarantine', reason: said.reason };
  if (said.facts.some((fact) => fact.fact === 'instruction' && fact.authority !== authority))
    return {
      do: 'quarantine',
      reason: { zh: '通道以其他部门名义发出指令', en: 'The channel speaks in the name of another authority' },
    };
  const missing = said.facts.filter(needsDocument).find((fact) => !isKnown(fact.about))?.about;
  return missing ? decideUnknown(missing, lost) : { do: 'tell', said };
}

/** Receipts come out of order: one that names a partner's number not told yet waits for it, and is then read again by itself. */
function decideUnknown(pointer: DocumentPointer, lost: Bilingual): MessageDecision {
  const numbers = partnerNumbers(pointer);
  const named = [pointer.clientNumber, ...numbers].filter(Boolean).join('、');
  // Our own numbers are known before a document goes out, so an unknown one will not turn up later.
  if (numbers.length === 0)
    return {
      do: 'quarantine',
      reason: { zh: `所指单证未知：${named}${lost.zh}`, en: `It is about no document known here: ${named}${lost.en}` },
    };
  return {
    do: 'wait',
    numbers,
    reason: {
      zh: `所指编号尚未告知：${named}；该编号到达后自动重读${lost.zh}`,
      en: `It names a number not told yet: ${named}; it is read again when that number arrives${lost.en}`,
    },
  };
}

export const partnerNumbers = (pointer: DocumentPointer): string[] =>
  [pointer.declarationNumber, pointer.partnerNumber].filter((value) => value !== undefined && value !== '') as string[];

/** Answers always, instructions where they name no object by its own number, mean a document that must be known first. */
const needsDocument = (fact: InboundFact): fact is PointedFact =>
  fact.fact === 'answer' ||
  fact.fact === 'file' ||
  fact.fact === 'credential' ||
  fact.fact === 'credential-revoked' ||
  fact.fact === 'state-asked' ||
  fact.fact === 'directory-answered' ||
  // A bill is of a declaration, a confirmation of a bill that was paid.
  fact.fact === 'tax-billed' ||
  fact.fact === 'tax-confirmed' ||
  (fact.fact === 'instruction' &&
    fact.about.objects.length === 0 &&
    (partnerNumbers(fact.about).length > 0 || Boolean(fact.about.clientNumber)));
