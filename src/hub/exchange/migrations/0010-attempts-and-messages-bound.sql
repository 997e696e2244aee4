-- Attempts and messages in partitions (decision 0014), first step of three, as for events (runtime 0004): bounds, not yet looked at.
do $$
declare
  bound bigint;
begin
  select ((coalesce(max(seq), 0) + 500000) / 1000000 + 1) * 1000000 into bound from exchange.inbound;
  execute format('alter table exchange.inbound add constraint inbound_first_bound check (seq < %s) not valid', bound);
  execute format('alter table exchange.attempt add constraint attempt_first_bound check (at < %L) not valid',
    date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' + interval '3 months');
end $$;
