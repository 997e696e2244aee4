-- Whether few entries have these words, by the planner's statistics and without reading one: they are not among the most common lexemes, so
-- no more rows are expected than of a word that nobody wrote. The index of words then finds them by itself, and the newest entries need not be
-- walked first. Without statistics, or with old ones, only the order of the two ways changes, never what is found. Volatile, because no other
-- function may ask for a plan.
create function documents.are_rare(words tsquery) returns boolean
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  asked json;
  unwritten json;
begin
  execute 'explain (format json) select 1 from documents.entry where tokens @@ $1' into asked using words;
  execute 'explain (format json) select 1 from documents.entry where tokens @@ $1' into unwritten using '''no:word'':*'::tsquery;
  return (asked -> 0 -> 'Plan' ->> 'Plan Rows')::float8 <= (unwritten -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
end $$;
