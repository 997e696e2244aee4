-- Whom a connection works for, as policies of row-level security ask it (P11): set by the program with the first statement of what it does
-- for an actor (`second-lock.ts`), empty for the platform's own work, which runs as the owner of the tables and is not held to policies.
create function runtime.reader_organisation() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('portico.organisation', true), '')::uuid $$;
create function runtime.reader_kind() returns text language sql stable parallel safe as
  $$ select coalesce(current_setting('portico.kind', true), '') $$;
-- The channel whose far end the organisation is; empty where it is none.
create function runtime.reader_party() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('portico.party', true), '') $$;
create function runtime.reader_person() returns text language sql stable parallel safe as
  $$ select coalesce(current_setting('portico.person', true), '') $$;
-- The day of the act, UTC+8: authorisations hold by day.
create function runtime.reader_day() returns date language sql stable parallel safe as
  $$ select nullif(current_setting('portico.day', true), '')::date $$;

alter table runtime.idempotency enable row level security;
create policy own_keys on runtime.idempotency
  using (actor = 'organisation:' || runtime.reader_organisation()) with check (actor = 'organisation:' || runtime.reader_organisation());
