// Schemas of what the licence module replies (P12); the compiler holds them equal to `contract.ts`.
import { Type } from 'typebox';
import { Day, Instant, named, shapeOf, Uuid } from '../../runtime/http/shapes.ts';
import { licenceKinds, type LicenceView } from './contract.ts';

const Amount = Type.Optional(Type.String({ description: '十进制数 / decimal text' }));
const Amounts = named('LicenceAmounts', { quantity: Amount, value: Amount, uses: Amount });

export const LicenceReply = shapeOf<LicenceView>()(
  'Licence',
  Type.Object({
    id: Uuid,
    number: Type.String(),
    kind: Type.Enum([...licenceKinds]),
    state: Type.Enum(['issued', 'amended', 'revoked']),
    goods: Type.Array(Type.String({ description: '商品编号或其前几位 / code of goods, or its beginning' })),
    granted: Amounts,
    unit: Type.Optional(Type.String()),
    currency: Type.Optional(Type.String({ description: 'ISO 4217' })),
    validFrom: Day,
    validTo: Day,
    year: Type.Optional(Type.Integer({ description: '配额年度 / year of a quota' })),
    issuer: Type.String(),
    at: Instant,
    left: Amounts,
    reserved: Amounts,
    writtenOff: Amounts,
    over: Amounts,
    correction: Type.Optional(named('LicenceCorrection', { at: Instant, ours: Amounts, theirs: Amounts })),
    simulated: Type.Boolean(),
  }),
);
