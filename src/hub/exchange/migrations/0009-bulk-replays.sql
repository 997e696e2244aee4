-- Dead letters sent again many at once (P3): one person proposes them with his reason, another confirms. What is proposed is fixed then.
create table exchange.bulk_replay (
  id uuid primary key,
  channel text not null,
  document_kind text,
  since timestamptz,
  until timestamptz,
  reason text not null,
  count integer not null,
  state text not null,
  proposed_at timestamptz not null,
  proposed_by_id text not null,
  proposed_by text not null,
  decided_at timestamptz,
  decided_by text,
  -- sent again; the rest had gone by themselves or could still not be written
  replayed integer
);
create index bulk_replay_state on exchange.bulk_replay (state, id desc);

create table exchange.bulk_replay_item (
  bulk_replay_id uuid not null references exchange.bulk_replay (id),
  delivery_id uuid not null references exchange.delivery (id),
  primary key (bulk_replay_id, delivery_id)
);
