// A far end of the simulated world: takes each message id once in effect, refuses poison, and answers with two receipts of which
// the second names a number that only the first tells; they are repeated and come in any order.
import type { Random, Schedule } from './schedule.ts';

export type Arrival = {
  readonly at: number;
  readonly id: string;
  readonly key: string;
  readonly bytes: string;
  readonly token: number;
  readonly answer: 'delivered' | 'refused';
};
export type Partner = {
  readonly arrivals: Arrival[];
  /** Receipts it has sent out: their identities. */
  readonly receipts: Set<string>;
  down: boolean;
  receive(push: Omit<Arrival, 'at' | 'answer'>): 'delivered' | 'refused';
};

export type Receipt = {
  readonly identity: string;
  readonly about: string;
  readonly tells?: string;
  readonly needs?: string;
};

export function createPartner(
  schedule: Schedule,
  random: Random,
  options: {
    readonly isPoison: (id: string) => boolean;
    /** Posts a receipt until it is acknowledged. */
    readonly post: (receipt: Receipt) => void;
  },
): Partner {
  const taken = new Set<string>();
  const partner: Partner = {
    arrivals: [],
    receipts: new Set(),
    down: false,
    receive(push) {
      const answer = options.isPoison(push.id) ? 'refused' : 'delivered';
      partner.arrivals.push({ ...push, at: schedule.now(), answer });
      schedule.note(`arrived ${push.id} ${push.token} ${answer}`);
      if (answer === 'refused' || taken.has(push.id)) return answer;
      taken.add(push.id);
      const number = `N ${push.id}`;
      for (const receipt of [
        { identity: `${push.id} taken`, about: push.key, tells: number },
        { identity: `${push.id} checked`, about: push.key, needs: number },
      ]) {
        partner.receipts.add(receipt.identity);
        for (let i = random.between(1, 3); i > 0; i--)
          schedule.after(random.between(20, 4000), () => options.post(receipt));
      }
      return answer;
    },
  };
  return partner;
}
