-- Receipts that name a number we have not been told yet: read again by themselves when the number comes (out of order on the wire).
create table exchange.waiting (
  channel text not null,
  value text not null,
  inbound_id uuid not null,
  primary key (channel, value, inbound_id)
);
create index waiting_inbound on exchange.waiting (inbound_id);

-- A replayed delivery gets the whole back-off again: attempts up to here do not count.
alter table exchange.delivery add column attempts_before_replay integer not null default 0;
create index interpreted_digest on exchange.interpreted (channel, digest);
