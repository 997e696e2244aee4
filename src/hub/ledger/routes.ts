// HTTP of the ledger: heads, keys and proofs for everybody, receipts for those they concern.
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { listOf, pageOf } from '../../runtime/http/shapes.ts';
import { readConsistency, readHeads, readInclusion, readKeys } from './read-heads.ts';
import { readReceipt, readShipmentReceipts } from './read-receipt.ts';
import { Consistency, Head, Inclusion, Key, Line, Receipt } from './replies.ts';

const Size = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Position = Type.Optional(Type.String({ pattern: '^\\d{1,15}$' }));

export const routes = [
  route({
    method: 'GET',
    path: '/ledger/keys',
    summary: { zh: '核验树头签名的公钥', en: 'Public keys that check the signatures of heads' },
    action: 'public',
    response: listOf(Key),
    handle: async (context) => ({ items: await readKeys(context) }),
  }),
  route({
    method: 'GET',
    path: '/ledger/heads',
    summary: { zh: '签名树头，新的在前', en: 'Signed tree heads, newest first' },
    action: 'public',
    query: Type.Object({ after: Position, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }),
    response: pageOf(Head),
    handle: (context, { query }) => readHeads(context, query),
  }),
  route({
    method: 'GET',
    path: '/ledger/inclusion',
    summary: { zh: '一片叶在某一树头中的证明', en: 'The proof that a leaf is in the tree of a head' },
    action: 'public',
    query: Type.Object({ index: Size, size: Size }),
    response: Inclusion,
    refusals: ['TREE_HEAD_UNKNOWN', 'LEAF_NOT_IN_TREE'],
    handle: (context, { query }) => readInclusion(context, query.index, query.size),
  }),
  route({
    method: 'GET',
    path: '/ledger/consistency',
    summary: {
      zh: '后一树头包含前一树头全部内容的证明',
      en: 'The proof that a later head goes on from an earlier one',
    },
    action: 'public',
    query: Type.Object({ from: Size, to: Size }),
    response: Consistency,
    refusals: ['TREE_HEAD_UNKNOWN'],
    handle: (context, { query }) => readConsistency(context, query.from, query.to),
  }),
  route({
    method: 'GET',
    path: '/receipts/:id',
    summary: { zh: '一份凭证及其证明', en: 'A receipt with its proof' },
    description: {
      zh: '刚写入的为 pending，约一秒后进入下一个签名树头成为 integrated，再取一次即可',
      en: 'What was just written is `pending`; after a second or so it is in a signed head and `integrated`: ask again',
    },
    action: 'signed-in',
    params: Type.Object({ id: Type.String({ pattern: '^[\\w:-]{1,80}\\.[0-9a-f-]{36}$' }) }),
    response: Receipt,
    refusals: ['RECEIPT_UNKNOWN'],
    handle: (context, { params }) => readReceipt(context, params.id),
  }),
  route({
    method: 'GET',
    path: '/shipments/:id/receipts',
    summary: { zh: '一票货物上的各项行为及其凭证', en: 'What was done with a shipment, each act with its receipt' },
    action: 'shipment.read',
    params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }),
    query: Type.Object({ after: Position, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }),
    response: pageOf(Line),
    refusals: ['RECEIPT_UNKNOWN'],
    handle: (context, { params, query }) => readShipmentReceipts(context, params.id, query),
  }),
];
