-- The second lock (P11): a document is shown to whom its case is, and to the far end of a channel what went over that channel; what
-- traders attached to the authorities. Bytes follow the documents that name them.
create function documents.shows(of_case uuid, over text, way text) returns boolean language sql stable as $$
  select case
    when of_case is null then runtime.reader_kind() = 'port-office'
    when runtime.reader_party() is null then shipment.may_see(of_case)
    when over = runtime.reader_party() then shipment.may_see(of_case)
    else way in ('attachment', 'form') and (way = 'form' or runtime.reader_kind() = 'authority') and shipment.may_see(of_case) end
$$;
alter table documents.document enable row level security;
create policy concerned on documents.document using (documents.shows(shipment_id, channel, flow));
alter table documents.entry enable row level security;
create policy concerned on documents.entry using (documents.shows(shipment_id, channel, flow));
alter table documents.body enable row level security;
create policy named on documents.body for select
  using (exists (select 1 from documents.document d where d.digest = body.digest));
