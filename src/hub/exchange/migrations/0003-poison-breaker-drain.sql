-- A document whose mapping or encoding failed is a dead letter without bytes; the event it is written from is kept for the replay (P3).
alter table exchange.delivery add column unwritten_event bigint;

-- Per channel: how its partner has answered lately (decide-breaker.ts). No row: well.
create table exchange.breaker (
  channel text primary key,
  state text not null,
  failures integer not null,
  trips integer not null,
  probe_at timestamptz,
  changed_at timestamptz not null
);

-- A channel that is drained still sends what was there when the drain began.
alter table exchange.pause add column drain_to bigint not null default 0;

create index delivery_dead on exchange.delivery (channel, seq) where state = 'dead';
