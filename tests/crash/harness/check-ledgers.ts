// Balances what clients were told, what partners took and what subscribers saw, against what the public API says; it knows nothing of
// Portico's tables (P3). A pure function, so that it can be tested with seeded defects.
export type Filed = {
  readonly caseId: string;
  readonly versions: number;
  /** Where an undisturbed case ends, and with how many releases. */
  readonly ends: { readonly state: string; readonly releases: number };
};
export type SentDocument = {
  readonly id: string;
  readonly channel: string;
  readonly version: number;
  readonly takesBack: boolean;
  readonly digest: string;
  readonly delivered: boolean;
};
export type CaseNow = {
  readonly caseId: string;
  readonly version: number;
  readonly state: string;
  readonly releases: number;
  readonly documents: readonly SentDocument[];
};
export type Taken = { readonly messageId: string; readonly digest: string; readonly again: boolean };
export type Told = { readonly position: number; readonly type: string; readonly caseId?: string };
export type Ledgers = {
  /** What clients were acknowledged. */
  readonly filed: readonly Filed[];
  readonly cases: readonly CaseNow[];
  /** What each partner wrote down, in its order. */
  readonly partners: Readonly<Record<string, readonly Taken[]>>;
  /** What a live reader saw over all his resumptions, and what one who pulls gets afterwards. */
  readonly seen: readonly Told[];
  readonly pulled: readonly Told[];
};

export function checkLedgers(ledgers: Ledgers): string[] {
  return [
    ...acknowledgedIsThere(ledgers),
    ...takenOnce(ledgers),
    ...nothingUnknown(ledgers),
    ...inOrder(ledgers),
    ...subscribersSawAll(ledgers),
  ];
}

function acknowledgedIsThere({ filed, cases, pulled }: Ledgers): string[] {
  const found = new Map(cases.map((one) => [one.caseId, one]));
  return filed.flatMap(({ caseId, versions, ends }) => {
    const now = found.get(caseId);
    if (!now) return [`${caseId}: acknowledged and not there`];
    const told = (type: string) => pulled.filter((event) => event.caseId === caseId && event.type === type).length;
    return [
      ...(now.version === versions ? [] : [`${caseId}: version ${versions} acknowledged, it is at ${now.version}`]),
      ...(now.state === ends.state ? [] : [`${caseId}: ends ${ends.state}, it is ${now.state}`]),
      ...(now.releases === ends.releases ? [] : [`${caseId}: ${now.releases} releases instead of ${ends.releases}`]),
      ...(told('shipment.submitted') === versions ? [] : [`${caseId}: filed ${told('shipment.submitted')} times`]),
      ...(told('release.granted') === ends.releases ? [] : [`${caseId}: released ${told('release.granted')} times`]),
      ...(now.documents.length > 0 ? [] : [`${caseId}: no document went out`]),
    ];
  });
}

/** Each document is taken once in effect; when it comes again it is the same, byte for byte. */
function takenOnce({ cases, partners }: Ledgers): string[] {
  return cases.flatMap(({ documents }) =>
    documents.flatMap(({ id, channel, digest, delivered }) => {
      const taken = (partners[channel] ?? []).filter((one) => one.messageId === id);
      const first = taken.filter((one) => !one.again).length;
      return [
        ...(delivered ? [] : [`${id}: not delivered`]),
        ...(first === 1 ? [] : [`${id}: taken ${first} times by ${channel}`]),
        ...(taken.every((one) => one.digest === digest) ? [] : [`${id}: other bytes at ${channel}`]),
      ];
    }),
  );
}

function nothingUnknown({ cases, partners }: Ledgers): string[] {
  const known = new Set(cases.flatMap((one) => one.documents.map((document) => document.id)));
  return Object.entries(partners).flatMap(([channel, taken]) =>
    taken
      .filter((one) => !known.has(one.messageId))
      .map((one) => `${channel} took ${one.messageId}, which is of no case`),
  );
}

/** A case's versions reach each partner in their order, and what takes one back after it. */
function inOrder({ cases, partners }: Ledgers): string[] {
  return cases.flatMap(({ caseId, documents }) => {
    const versionOf = new Map(documents.map(({ id, version, takesBack }) => [id, takesBack ? version + 0.5 : version]));
    return Object.entries(partners).flatMap(([channel, taken]) => {
      const versions = taken.filter((one) => !one.again).flatMap((one) => versionOf.get(one.messageId) ?? []);
      return versions.every((version, i) => version >= (versions[i - 1] ?? 0))
        ? []
        : [`${caseId}: ${channel} got versions ${versions.join(', ')}`];
    });
  });
}

function subscribersSawAll({ seen, pulled }: Ledgers): string[] {
  const faults: string[] = [];
  for (const [who, told] of [
    ['the live reader', seen],
    ['the one who pulls', pulled],
  ] as const)
    if (told.some((event, i) => event.position <= (told[i - 1]?.position ?? 0)))
      faults.push(`${who} saw one twice or out of order`);
  const from = seen[0]?.position ?? Number.POSITIVE_INFINITY;
  const known = new Set(seen.map((event) => event.position));
  const missed = pulled.filter((event) => event.position >= from && !known.has(event.position));
  if (missed.length > 0) faults.push(`the live reader missed ${missed.length}, first ${missed[0]?.position}`);
  if (seen.length === 0) faults.push('the live reader saw nothing');
  return faults;
}
