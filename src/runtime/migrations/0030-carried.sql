-- An event whose reactions ran in the very transaction that wrote it (decision 0019): nobody carries it again. Unset everywhere else.
alter table runtime.event add column carried boolean;
-- Called at the commit, under the lock that gives positions: what a transaction carried at once must not have overtaken an event of the
-- same line that others wrote meanwhile. `seen`: the log was known up to there.
create function runtime.keep_order(lines text[], types text[], seen bigint) returns void language plpgsql as $$
begin
  if exists (
    select 1 from runtime.event
    where position > seen and subject = any(lines) and type = any(types) and carried is null)
  then
    raise exception 'an event of the same line stands before' using errcode = 'PT019';
  end if;
end $$;
