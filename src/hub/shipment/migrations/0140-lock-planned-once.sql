-- The second lock, planned once per connection: a function in SQL is planned again at nearly every call (a filing asks it some fifty
-- times, a third of what the database did for it), one in PL/pgSQL keeps its plans. The rule is that of 0022, word for word; what
-- needs no table is asked first.
create or replace function shipment.shows(owner uuid, filer uuid, version integer, office text, id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if owner = runtime.reader_organisation() or (filer = runtime.reader_organisation() and version = 0)
    or (version > 0 and runtime.reader_kind() = 'port-office') then
    return true;
  end if;
  if version > 0 and runtime.reader_party() is not null then
    perform 1 from shipment.participant p where p.shipment_id = shows.id and p.party = runtime.reader_party();
    if found then
      return true;
    end if;
  end if;
  return runtime.reader_kind() = 'broker' and coalesce(enterprise.is_authorised(owner, office), false);
end $$;
create or replace function shipment.may_see(of_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_case record;
begin
  select s.id, s.owner_id, s.filer_id, s.version, s.declaration_office into found_case from shipment.shipment s where s.id = of_case;
  return found and shipment.shows(
    found_case.owner_id, found_case.filer_id, found_case.version, found_case.declaration_office, found_case.id);
end $$;
