-- The second lock (P11): what another organisation's keys and authorisations are is not even read by mistake.
alter table enterprise.api_key enable row level security;
create policy own_keys on enterprise.api_key
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());

alter table enterprise.authorisation enable row level security;
create policy parties on enterprise.authorisation
  using (owner_id = runtime.reader_organisation() or broker_id = runtime.reader_organisation())
  with check (owner_id = runtime.reader_organisation() or broker_id = runtime.reader_organisation());

alter table enterprise.authorisation_use enable row level security;
create policy parties on enterprise.authorisation_use
  using (owner_id = runtime.reader_organisation() or broker_id = runtime.reader_organisation())
  with check (broker_id = runtime.reader_organisation());

-- Whether the reader is a broker with a live authorisation of this owner for that office: the rule of `match-authorisation.ts`.
create function enterprise.is_authorised(of_owner uuid, office text) returns boolean
language sql stable security definer as $$
  select exists (
    select 1 from enterprise.authorisation a
    where a.owner_id = of_owner and a.broker_id = runtime.reader_organisation()
      and a.accepted_at is not null and a.revoked_at is null
      and a.valid_from <= runtime.reader_day() and a.valid_to >= runtime.reader_day()
      and (a.districts = '{}' or office = any(a.districts) or left(office, 2) || '00' = any(a.districts)))
$$;
