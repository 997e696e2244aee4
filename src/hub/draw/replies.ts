// Schemas of what the draws reply (P12); the compiler holds them equal to `contract.ts` and to the proof's own type.
import { Type } from 'typebox';
import { type DrawEvidence, type DrawProof, type DrawRule, drawUnits, replacements } from '../../kernel/draw-proof.ts';
import type { Lot, Nonce } from '../../kernel/draw-stream.ts';
import { authorityIds } from '../../kernel/party.ts';
import { Both, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import { type DrawnView, type DrawSummary, type DrawView, drawStates, type OwnTarget } from './contract.ts';

const Hex = Type.String({ pattern: '^[0-9a-f]{64}$', examples: ['a'.repeat(64)], description: 'SHA-256, hex' });
const Authority = Type.Enum(authorityIds);
const DrawNumber = Type.String({ examples: ['SJ202611260001'] });
const Reason = Type.Optional(Type.Enum([...replacements]));
export const Unit = Type.Optional(
  Type.Enum([...drawUnits], { description: '抽取单位；空为整票 / what is drawn by itself; absent: whole cases' }),
);
const ObjectId = Type.Optional(Type.String({ examples: ['container:CQPU0000017'] }));

const Rule = shapeOf<DrawRule>()(
  'DrawRule',
  Type.Object({
    unit: Unit,
    basis: Type.String(),
    kind: Type.String(),
    filedFrom: Instant,
    filedTo: Instant,
    direction: Type.Optional(Type.String()),
    transportMode: Type.Optional(Type.String()),
    quantity: named('DrawQuantity', {
      count: Type.Optional(Type.Integer()),
      percent: Type.Optional(Type.String()),
    }),
    contributors: Type.Array(Type.String()),
    contributeBy: Instant,
  }),
);
const summary = {
  id: Uuid,
  number: DrawNumber,
  authority: Authority,
  rule: Rule,
  state: Type.Enum([...drawStates]),
  fault: Type.Optional(named('DrawFault', { parties: Type.Array(Type.String()), since: Instant, text: Both })),
  openedAt: Instant,
  targets: Type.Integer({ description: '抽取范围内的票数或对象数 / cases or objects in the population' }),
  officers: Type.Integer({ description: '可抽取的人员数 / officers on the roster' }),
  drawn: Type.Integer(),
  contributed: Type.Array(Authority),
  demonstration: Type.Boolean(),
};
export const Summary = shapeOf<DrawSummary>()('DrawSummary', Type.Object(summary));
const Drawn = shapeOf<DrawnView>()(
  'DrawnTarget',
  Type.Object({
    target: Hex,
    shipmentId: Uuid,
    shipmentNumber: Type.String(),
    objectId: ObjectId,
    instructionNumber: Type.String(),
    officers: Type.Array(
      named('DrawnOfficer', {
        officer: Hex,
        name: Type.String(),
        replaced: Reason,
        reason: Type.Optional(Type.String()),
      }),
    ),
    replaceable: Type.Boolean(),
  }),
);
export const Draw = shapeOf<DrawView>()(
  'Draw',
  Type.Object({ ...summary, awaitsMe: Type.Boolean(), drawnTargets: Type.Array(Drawn) }),
);
export const Own = shapeOf<OwnTarget>()(
  'DrawOwnTarget',
  Type.Object({
    drawNumber: DrawNumber,
    shipmentNumber: Type.String(),
    objectId: ObjectId,
    salt: Hex,
    commitment: Hex,
    drawn: Type.Boolean(),
  }),
);

const Lots = Type.Array(shapeOf<Lot>()('DrawLot', Type.Object({ commitment: Hex, sites: Type.Array(Type.String()) })));
const Evidence = shapeOf<DrawEvidence>()(
  'DrawEvidence',
  Type.Object({
    leaf: Type.String({ description: '被散列的原文 / the exact text that was hashed' }),
    content: Type.Optional(named('DrawContent', { salt: Type.String(), text: Type.String() })),
    index: Type.Optional(Type.Integer()),
    proof: Type.Optional(Type.Array(Hex)),
    note: Type.Optional(Type.String({ description: '签名树头 / the signed head' })),
  }),
);
export const Proof = shapeOf<DrawProof>()(
  'DrawProof',
  Type.Object({
    format: Type.String({ examples: ['portico-draw-1', 'portico-draw-2'] }),
    number: DrawNumber,
    authority: Type.String(),
    demonstration: Type.Boolean(),
    rule: Rule,
    commitment: Hex,
    committedAt: Instant,
    population: Type.Optional(
      named('DrawPopulation', { digest: Hex, frozenAt: Instant, targets: Lots, officers: Lots }),
    ),
    contributions: Type.Array(
      shapeOf<Nonce & { readonly at: string }>()(
        'DrawContribution',
        Type.Object({ authority: Type.String(), nonce: Hex, at: Instant }),
      ),
    ),
    reveal: Type.Optional(
      named('DrawReveal', {
        secret: Hex,
        seed: Hex,
        revealedAt: Instant,
        passedOver: Type.Array(Hex),
        drawn: Type.Array(
          named('DrawOutcome', {
            target: Hex,
            officers: Type.Array(named('DrawStanding', { officer: Hex, replaced: Reason })),
          }),
        ),
      }),
    ),
    evidence: named('DrawLedgerEvidence', {
      committed: Type.Optional(Evidence),
      frozen: Type.Optional(Evidence),
      contributed: Type.Array(Evidence),
      revealed: Type.Optional(Evidence),
      replaced: Type.Array(Evidence),
    }),
  }),
);
