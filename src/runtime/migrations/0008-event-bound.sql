-- Events in partitions (decision 0014), first step of three: a bound that everything written so far and in the next hours is below.
-- What is there becomes the first partition as it stands, and a partition whose bound is known to hold is not read through.
do $$
declare
  bound bigint;
begin
  select ((coalesce(max(position), 0) + 5000000) / 10000000 + 1) * 10000000 into bound from runtime.event;
  execute format('alter table runtime.event add constraint event_first_bound check (position < %s) not valid', bound);
end $$;
