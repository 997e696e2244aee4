-- How much waits for each channel and how much was given up, counted as it changes: whoever looks (the desk, Prometheus) reads some rows and
-- not the backlog, which may be a million (F10, R10). A transaction counts in a slot that no other one writes to before it has ended, so
-- nobody waits for a count; the sum over the slots is exact for whatever the reader sees.
-- safe: the triggers are created while the partial indexes of what waits and what is dead are counted once; who waits two seconds steps back
create table exchange.backlog (
  channel text not null,
  slot integer not null,
  queued bigint not null,
  dead bigint not null,
  -- when the last was delivered
  delivered_at timestamptz,
  primary key (channel, slot)
) with (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);

create function exchange.count_backlog() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own integer := pg_backend_pid() % 64;
begin
  -- 'back' in ASCII: the class of these locks
  while not pg_try_advisory_xact_lock(1650549611, own) loop
    own := own + 1;
  end loop;
  if tg_op = 'INSERT' then
    insert into exchange.backlog as b (channel, slot, queued, dead, delivered_at)
    select channel, own, count(*) filter (where state = 'queued'), count(*) filter (where state = 'dead'), max(delivered_at)
    from come group by channel
    on conflict on constraint backlog_pkey do update
      set queued = b.queued + excluded.queued, dead = b.dead + excluded.dead,
          delivered_at = greatest(b.delivered_at, excluded.delivered_at);
  elsif tg_op = 'UPDATE' then
    insert into exchange.backlog as b (channel, slot, queued, dead, delivered_at)
    select c.channel, own, sum(c.queued), sum(c.dead), max(c.delivered_at)
    from (select channel, (state = 'queued')::int as queued, (state = 'dead')::int as dead, delivered_at from come
          union all
          select channel, -(state = 'queued')::int, -(state = 'dead')::int, null from gone) c
    group by c.channel having sum(c.queued) <> 0 or sum(c.dead) <> 0
    on conflict on constraint backlog_pkey do update
      set queued = b.queued + excluded.queued, dead = b.dead + excluded.dead,
          delivered_at = greatest(b.delivered_at, excluded.delivered_at);
  else
    insert into exchange.backlog as b (channel, slot, queued, dead)
    select channel, own, -count(*) filter (where state = 'queued'), -count(*) filter (where state = 'dead')
    from gone group by channel
    on conflict on constraint backlog_pkey do update
      set queued = b.queued + excluded.queued, dead = b.dead + excluded.dead;
  end if;
  return null;
end $$;

create trigger count_come after insert on exchange.delivery
  referencing new table as come for each statement execute function exchange.count_backlog();
create trigger count_change after update on exchange.delivery
  referencing new table as come old table as gone for each statement execute function exchange.count_backlog();
create trigger count_gone after delete on exchange.delivery
  referencing old table as gone for each statement execute function exchange.count_backlog();

-- What waits and what is dead by their partial indexes; the last delivered of a channel from its newest backwards.
insert into exchange.backlog (channel, slot, queued, dead, delivered_at)
with recursive sent as (
  select (select min(channel) from exchange.delivery) as channel
  union all select (select min(d.channel) from exchange.delivery d where d.channel > sent.channel) from sent where channel is not null)
select s.channel, -1,
       (select count(*) from exchange.delivery d where d.channel = s.channel and d.state = 'queued'),
       (select count(*) from exchange.delivery d where d.channel = s.channel and d.state = 'dead'),
       (select d.delivered_at from exchange.delivery d
        where d.channel = s.channel and d.state = 'delivered' order by d.seq desc limit 1)
from sent s where s.channel is not null;
