-- The second lock (P11): a case, its parts and what happens to it are shown by the database itself to those only whom the policy table's
-- record `shipment` names. The rule of `access.ts`, said once for the case; everything that belongs to a case asks for the case.
create function shipment.shows(owner uuid, filer uuid, version integer, office text, id uuid) returns boolean
language sql stable security definer as $$
  select coalesce(
    owner = runtime.reader_organisation()
    or (filer = runtime.reader_organisation() and version = 0)
    or (version > 0 and runtime.reader_kind() = 'port-office')
    or (version > 0 and runtime.reader_party() is not null and exists (
      select 1 from shipment.participant p where p.shipment_id = shows.id and p.party = runtime.reader_party()))
    or (runtime.reader_kind() = 'broker' and enterprise.is_authorised(owner, office)), false)
$$;
create function shipment.may_see(of_case uuid) returns boolean
language sql stable security definer as $$
  select exists (select 1 from shipment.shipment s
    where s.id = of_case and shipment.shows(s.owner_id, s.filer_id, s.version, s.declaration_office, s.id))
$$;

alter table shipment.shipment enable row level security;
create policy concerned on shipment.shipment
  using (owner_id = runtime.reader_organisation() or shipment.shows(owner_id, filer_id, version, declaration_office, id))
  with check (owner_id = runtime.reader_organisation() or filer_id = runtime.reader_organisation()
    or shipment.shows(owner_id, filer_id, version, declaration_office, id));
alter table shipment.version enable row level security;
create policy concerned on shipment.version using (shipment.may_see(shipment_id));
alter table shipment.answer enable row level security;
create policy concerned on shipment.answer using (shipment.may_see(shipment_id));
alter table shipment.number enable row level security;
create policy concerned on shipment.number using (shipment.may_see(shipment_id));
alter table shipment.participant enable row level security;
create policy own_part on shipment.participant for select
  using (party = runtime.reader_party() or shipment.may_see(shipment_id));
create policy noted on shipment.participant for insert with check (shipment.may_see(shipment_id));
alter table shipment.template enable row level security;
create policy own_templates on shipment.template
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());
-- Whoever looks writes his look; the owner reads what others looked at.
alter table shipment.look enable row level security;
create policy own_looks on shipment.look
  using (owner_id = runtime.reader_organisation() or organisation_id = runtime.reader_organisation())
  with check (organisation_id = runtime.reader_organisation() and shipment.may_see(shipment_id));
alter table shipment.look_mark enable row level security;
create policy own_marks on shipment.look_mark
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());

-- Events: one's own acts, what is about a case one may see, and what names one's organisation or oneself.
create function shipment.shows_event(subject text, actor jsonb, payload jsonb) returns boolean
language plpgsql stable as $$
begin
  if actor ->> 'organisationId' = runtime.reader_organisation()::text
    or runtime.reader_organisation()::text in (payload ->> 'organisationId', payload ->> 'ownerId', payload ->> 'brokerId')
    or payload ->> 'personId' = runtime.reader_person() then
    return true;
  end if;
  return subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and shipment.may_see(subject::uuid);
end $$;
alter table runtime.event enable row level security;
create policy concerned on runtime.event for select using (shipment.shows_event(subject, actor, payload));
create policy written on runtime.event for insert with check (true);
