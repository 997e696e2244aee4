-- What organisations are qualified for, as dated records (P11; SC 22; 报关单位备案管理规定, 海关总署令第253号): each checked by the port
-- office before it counts, none changed afterwards but to be ended.
-- `district`: the customs office in charge (主管海关).
alter table enterprise.organisation add column district text;

create table enterprise.qualification (
  id uuid primary key,
  organisation_id uuid not null references enterprise.organisation (id),
  kind text not null,
  -- null: carried over from a time that kept none
  number text,
  issuer text not null,
  valid_from date not null,
  -- null: for good (备案长期有效)
  valid_to date,
  particulars jsonb not null default '{}',
  source text not null,
  state text not null,
  recorded_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  ended_on date,
  ended_reason text,
  warned_at timestamptz
);
create index qualification_of on enterprise.qualification (organisation_id, id);
create index qualification_pending on enterprise.qualification (id) where state = 'pending';
create index qualification_end on enterprise.qualification (valid_to) where state = 'confirmed' and ended_on is null and warned_at is null;

-- The second lock: one sees one's own, and may add what is still to be checked; the port office checks those of all.
alter table enterprise.qualification enable row level security;
create policy port_office on enterprise.qualification
  using (runtime.reader_kind() = 'port-office') with check (runtime.reader_kind() = 'port-office');
create policy own_qualifications on enterprise.qualification for select
  using (organisation_id = runtime.reader_organisation());
create policy own_declarations on enterprise.qualification for insert
  with check (organisation_id = runtime.reader_organisation() and state = 'pending');

-- Nobody is locked out by the upgrade (decision 0021): who was registered before counts as recorded with customs from the day he was
-- registered here, for good, marked `carried-over` until the port office has checked it. A broker could file his own goods as well.
insert into enterprise.qualification (id, organisation_id, kind, number, issuer, valid_from, source, state, recorded_at)
select gen_random_uuid(), o.id, k.kind, o.customs_registration, '海关 / Customs',
  least((o.created_at at time zone 'Asia/Shanghai')::date, current_date), 'carried-over', 'confirmed', now()
from enterprise.organisation o
join (values ('trader', 'customs-trader'), ('broker', 'customs-broker'), ('broker', 'customs-trader')) as k (of_kind, kind)
  on k.of_kind = o.kind;
