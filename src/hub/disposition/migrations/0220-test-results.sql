-- What a laboratory found of goods that were released on the condition of a test (GF18 7, 8): filed against the condition with its report, and
-- accepted or refused by the authority whose condition it is. Kept for good, each with who and why.
create table disposition.test_result (
  id uuid primary key,
  shipment_id uuid not null,
  -- the conditional release it answers
  instruction_id text not null,
  authority text not null,
  document_id uuid not null,
  laboratory text not null,
  accreditation text not null,
  report_number text not null,
  state text not null check (state in ('filed', 'accepted', 'refused')),
  filed_at timestamptz not null,
  filed_by text not null,
  reason text,
  decided_at timestamptz,
  decided_by text
);
-- One at a time waits on a condition: whoever has a better report waits until the first is decided.
create unique index test_result_waiting on disposition.test_result (shipment_id, instruction_id) where state = 'filed';
create index test_result_queue on disposition.test_result (authority, id) where state = 'filed';
create index test_result_case on disposition.test_result (shipment_id, id);

-- The second lock (P11): whose case it is, and authorities; like its report it is nothing for stations and carriers.
alter table disposition.test_result enable row level security;
create policy concerned on disposition.test_result
  using ((runtime.reader_party() is null or runtime.reader_kind() = 'authority') and shipment.may_see(shipment_id));
