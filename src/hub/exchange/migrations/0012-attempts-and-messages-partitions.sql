-- Attempts in partitions by month, messages by range of number (decision 0014), third step, as for events (runtime 0010).
-- A message's id is a key in documents.document, written in the same transaction; that it is read once is kept by exchange.interpreted.
-- safe: names change in the catalogue only; who waits for the lock two seconds steps back (add-a-migration.md), and statements find the new table by its name
alter table exchange.attempt rename to attempt_first;
alter table exchange.attempt_first drop constraint attempt_delivery_id_fkey, drop constraint attempt_pkey;
alter index exchange.attempt_once rename to attempt_first_once;
create table exchange.attempt (like exchange.attempt_first including defaults including storage including compression)
  partition by range (at);
create unique index attempt_once on exchange.attempt (delivery_id, number, at);

alter table exchange.inbound rename to inbound_first;
alter table exchange.inbound_first drop constraint inbound_id_key;
alter table exchange.inbound_first rename constraint inbound_pkey to inbound_first_pkey;
alter index exchange.inbound_id rename to inbound_first_id;
alter index exchange.inbound_state rename to inbound_first_state;
alter index exchange.inbound_channel rename to inbound_first_channel;
alter index exchange.inbound_trace rename to inbound_first_trace;
do $$
declare
  last bigint;
  given boolean;
begin
  select last_value, is_called into last, given from exchange.inbound_seq_seq;
  alter table exchange.inbound_first alter column seq drop identity;
  create table exchange.inbound (like exchange.inbound_first including defaults including storage including compression)
    partition by range (seq);
  alter table exchange.inbound alter column seq add generated always as identity;
  perform setval('exchange.inbound_seq_seq', last, given);
  alter table exchange.inbound add constraint inbound_pkey primary key (seq);
  create index inbound_id on exchange.inbound (id);
  create index inbound_state on exchange.inbound (state, seq desc);
  create index inbound_channel on exchange.inbound (channel, seq desc);
  create index inbound_trace on exchange.inbound (trace_id) where trace_id is not null;
  execute format('alter table exchange.inbound attach partition exchange.inbound_first for values from (minvalue) to (%s)',
    (select substring(pg_get_constraintdef(oid) from '\d+') from pg_constraint where conname = 'inbound_first_bound'));
  create table exchange.inbound_rest partition of exchange.inbound default;
  execute format('alter table exchange.attempt attach partition exchange.attempt_first for values from (minvalue) to (%s)',
    (select substring(pg_get_constraintdef(oid) from $p$'[^']+'$p$) from pg_constraint where conname = 'attempt_first_bound'));
  create table exchange.attempt_rest partition of exchange.attempt default;
end $$;
alter table exchange.attempt_first set (autovacuum_vacuum_insert_threshold = 50000, autovacuum_vacuum_insert_scale_factor = 0);
-- a message is changed once, when it has been read: its new version stays on the page it came to
alter table exchange.inbound_first set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
-- Few rows, changed all the time; and the one wide table that is changed once per row.
alter table exchange.lane set (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
alter table exchange.held set (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
alter table exchange.waiting set (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
alter table exchange.breaker set (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
alter table exchange.delivery set (autovacuum_vacuum_scale_factor = 0.02);
