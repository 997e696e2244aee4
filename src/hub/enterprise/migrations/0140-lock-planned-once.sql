-- As `shipment/migrations/0140-lock-planned-once.sql`: the rule of 0022, planned once per connection.
create or replace function enterprise.is_authorised(of_owner uuid, office text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select 1 from enterprise.authorisation a
    where a.owner_id = of_owner and a.broker_id = runtime.reader_organisation()
      and a.accepted_at is not null and a.revoked_at is null
      and a.valid_from <= runtime.reader_day() and a.valid_to >= runtime.reader_day()
      and (a.districts = '{}' or office = any(a.districts) or left(office, 2) || '00' = any(a.districts)));
end $$;
