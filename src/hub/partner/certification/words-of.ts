// What a message says, in words that can be compared: what kind of answer, about which field, which instruction. Pure.
import type { InboundFact } from '../../mapping/contract.ts';

export const wordsOf = (facts: readonly InboundFact[]): string[] => facts.map(wordOf);

function wordOf(fact: InboundFact): string {
  if (fact.fact === 'answer') return `answer ${fact.outcome}${fact.partnerField ? ` ${fact.partnerField}` : ''}`;
  if (fact.fact === 'instruction') return `instruction ${fact.kind}`;
  return fact.fact;
}
/** A word by which a partner takes a document on. */
export const takesOn = (word: string): boolean =>
  word === 'answer acknowledged' || /^instruction (release|conditional-release)/.test(word);

/** Numbers by which a message names what it is about, and what it gives a number to. */
export function numbersOf(facts: readonly InboundFact[]): string[] {
  const found = facts.flatMap((fact) => {
    const about =
      'about' in fact
        ? (fact.about as { clientNumber?: string; partnerNumber?: string; declarationNumber?: string })
        : {};
    const given = fact.fact === 'answer' ? [fact.partnerNumber, fact.declarationNumber] : [];
    return [about.clientNumber, about.partnerNumber, about.declarationNumber, ...given];
  });
  return [...new Set(found.filter((number): number is string => typeof number === 'string' && number !== ''))];
}
/** The numbers of ours that it names. */
export const clientNumbersOf = (facts: readonly InboundFact[]): string[] =>
  facts.flatMap((fact) => {
    const about = 'about' in fact ? (fact.about as { clientNumber?: string }) : {};
    return about.clientNumber ? [about.clientNumber] : [];
  });
