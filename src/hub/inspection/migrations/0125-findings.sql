-- What officers bring back from the yard (P6, M4): photos under the digest of their bytes, and the signature under an authority's part.
create table inspection.photo (
  -- the document that names the bytes
  id uuid primary key,
  task_id uuid not null references inspection.task (id),
  authority text not null,
  digest text not null,
  media_type text not null,
  size_bytes integer not null,
  kept_at timestamptz not null,
  kept_by text not null,
  -- the recorded result names it, and what was found is not for an investigation: then the enterprise sees it too
  told boolean not null default false,
  unique (task_id, authority, digest)
);
create table inspection.part_signature (
  task_id uuid not null references inspection.task (id),
  authority text not null,
  jws text not null,
  signed_by text not null,
  serial text not null,
  digest text not null,
  chain bytea[] not null,
  signed_at timestamptz not null,
  report jsonb not null,
  primary key (task_id, authority)
);

-- The second lock (P11): photos are for the authorities that take part in the inspection, and told ones for whose case it is; not for the
-- port office and stations, who work with results and not with pictures.
alter table inspection.photo enable row level security;
create policy concerned on inspection.photo
  using (
    exists (select 1 from inspection.task t where t.id = photo.task_id and shipment.may_see(t.shipment_id))
    and case runtime.reader_kind()
      when 'authority' then exists (
        select 1 from inspection.part p where p.task_id = photo.task_id and p.authority = runtime.reader_party())
      when 'trader' then told
      when 'broker' then told
      else false end)
  with check (authority = runtime.reader_party());
alter table inspection.part_signature enable row level security;
create policy concerned on inspection.part_signature
  using (exists (select 1 from inspection.task t where t.id = part_signature.task_id and shipment.may_see(t.shipment_id)))
  with check (authority = runtime.reader_party());
-- The library keeps the bytes and shows no photo by its own rule (`documents/migrations/0125-photos.sql`): whoever sees the photo sees its row.
create policy photos_shown on documents.document for select
  using (flow = 'photo' and exists (select 1 from inspection.photo p where p.id = document.id));
