// Schemas of what the ledger replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Both, Instant, named, shapeOf } from '../../runtime/http/shapes.ts';
import type { ConsistencyProof, InclusionProof, LedgerKey, ReceiptLine, ReceiptView, TreeHead } from './contract.ts';

const Hex = Type.String({ description: 'hex' });
export const Head = shapeOf<TreeHead>()(
  'TreeHead',
  Type.Object({
    size: Type.Integer(),
    root: Hex,
    signedAt: Instant,
    note: Type.String({ description: '签名文本（C2SP signed note），请原样保存 / the signed note: keep it as it is' }),
  }),
);
export const Receipt = shapeOf<ReceiptView>()(
  'LedgerReceipt',
  Type.Object({
    id: Type.String(),
    state: Type.Enum(['pending', 'integrated']),
    type: Type.String(),
    subject: Type.String(),
    at: Instant,
    leaf: Type.String({ description: '被散列的原文 / the exact text that was hashed' }),
    leafHash: Hex,
    content: Type.Optional(named('LedgerContent', { salt: Hex, text: Type.String() })),
    index: Type.Optional(Type.Integer()),
    proof: Type.Optional(Type.Array(Hex)),
    head: Type.Optional(Head),
  }),
);
export const Line = shapeOf<ReceiptLine>()(
  'ReceiptLine',
  Type.Object({ id: Type.String(), type: Type.String(), at: Instant, by: Type.String(), text: Both }),
);
export const Inclusion = shapeOf<InclusionProof>()(
  'InclusionProof',
  Type.Object({ index: Type.Integer(), size: Type.Integer(), proof: Type.Array(Hex) }),
);
export const Consistency = shapeOf<ConsistencyProof>()(
  'ConsistencyProof',
  Type.Object({ first: Type.Integer(), second: Type.Integer(), proof: Type.Array(Hex) }),
);
export const Key = shapeOf<LedgerKey>()('LedgerKey', Type.Object({ verifier: Type.String(), since: Instant }));
