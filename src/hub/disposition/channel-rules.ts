// Rules that a channel brings along (N2): who gets a filing of his own must speak for the declaration, and whose channel is taken
// away is waited for no longer. What is filed with whom is a fact of the declaration, fixed when it is filed.
import { neededDocuments, registeredChannels } from '../mapping/index.ts';
import type { Form } from '../shipment/contract.ts';
import { type JurisdictionRule, jurisdiction } from './jurisdiction.ts';

const factOf = (channelId: string): string => `filedWith.${channelId}`;

/** Before the changes that the port office has approved. */
export const builtInRules = (): readonly JurisdictionRule[] => [
  ...jurisdiction,
  ...registeredChannels().flatMap(({ id, authority, mustSpeak }): JurisdictionRule[] =>
    authority && mustSpeak
      ? [
          {
            id: `${id}-speaks-for-what-is-filed-with-it`,
            version: '2026-11',
            validFrom: '2026-01-01',
            object: 'declaration',
            when: { element: factOf(id), equals: 'true' },
            authority,
            ...mustSpeak,
          },
        ]
      : [],
  ),
];

export const filedWith = (form: Form): Record<string, string> =>
  Object.fromEntries(
    neededDocuments('shipment.submitted', form)
      .filter(({ channel }) => channel.mustSpeak)
      .map(({ channel }) => [factOf(channel.id), 'true']),
  );
