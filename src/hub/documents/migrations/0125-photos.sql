-- Photos of inspections lie here under flow `photo`; whom they are for is the inspection's to say, so the library's own rule shows none (P11).
create or replace function documents.shows(of_case uuid, over text, way text) returns boolean language sql stable as $$
  select case
    when way = 'photo' then false
    when of_case is null then runtime.reader_kind() = 'port-office'
    when runtime.reader_party() is null then shipment.may_see(of_case)
    when over = runtime.reader_party() then shipment.may_see(of_case)
    else way in ('attachment', 'form') and (way = 'form' or runtime.reader_kind() = 'authority') and shipment.may_see(of_case) end
$$;
