// What a simulator took and sent, for whoever checks that nothing was lost and nothing done twice (P3). The last entries only.
export type Accepted = {
  readonly at: string;
  readonly messageId: string;
  readonly kind: string;
  readonly scenario: string;
  readonly digest: string /** The same message had come before. */;
  readonly repeated: boolean;
  readonly traceparent?: string;
};
export type Sent = {
  readonly at: string;
  readonly fileName: string;
  readonly digest: string;
  readonly attempts: number /** Portico's HTTP status; 0 when it was given up unanswered. */;
  readonly status: number;
};

const KEPT = 2000;

export function createLedger() {
  const accepted: Accepted[] = [];
  const sent: Sent[] = [];
  const keep = <T>(list: T[], entry: T): void => {
    list.push(entry);
    if (list.length > KEPT) list.shift();
  };
  return {
    entries: { accepted, sent },
    accepted: (entry: Accepted) => keep(accepted, entry),
    sent: (entry: Sent) => keep(sent, entry),
  };
}
