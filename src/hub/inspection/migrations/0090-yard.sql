-- The yard as data (P6, M4): where and when inspections are held, with what, by whom. The four sites stood in the code before; their
-- names, bays and hours are demonstration values, and real sites enter their own.
create table inspection.site (
  id text primary key,
  name jsonb not null,
  -- codes of the stations whose goods are inspected here; several sites may serve one station
  stations text[] not null,
  slot_minutes integer not null check (slot_minutes between 5 and 480),
  -- how long a box takes from here back to where it is loaded from (归位), and whether it may load without (虚拟归位; NB18 17)
  return_minutes integer not null default 0 check (return_minutes >= 0),
  virtual_return boolean not null default false
);
create table inspection.bay (
  site_id text not null references inspection.site (id),
  id text not null,
  -- what can be done here beside looking: `scanner` (H986), `cold`
  equipment text[] not null default '{}',
  primary key (site_id, id)
);
-- Hours of a site, minutes of the partner's day; days as in ISO 8601 (1 Monday). An officially working weekend day counts as a Monday.
create table inspection.opening (
  site_id text not null references inspection.site (id),
  weekdays smallint[] not null,
  from_minute integer not null check (from_minute >= 0),
  to_minute integer not null check (to_minute <= 1440),
  on_holidays boolean not null,
  -- 预约通关 (CQ18 6): open for who has an appointment
  by_appointment boolean not null,
  primary key (site_id, by_appointment, from_minute),
  check (from_minute < to_minute)
);
create table inspection.holiday (
  day date primary key,
  name jsonb not null,
  -- 调休: a weekend day that is worked
  worked boolean not null default false
);
create table inspection.officer (
  id uuid primary key,
  authority text not null,
  name text not null,
  -- `manual`, `scan`, `sampling`, `boarding`, `document`
  skills text[] not null,
  demonstration boolean not null default false
);
create index officer_authority on inspection.officer (authority);
-- Where an officer is on duty, week by week; the last day is excluded.
create table inspection.duty (
  officer_id uuid not null references inspection.officer (id),
  site_id text not null references inspection.site (id),
  weekdays smallint[] not null,
  from_minute integer not null check (from_minute >= 0),
  to_minute integer not null check (to_minute <= 1440),
  valid_from date not null,
  valid_to date,
  primary key (officer_id, site_id, from_minute, valid_from),
  check (from_minute < to_minute)
);
create index duty_site on inspection.duty (site_id);
create table inspection.travel (
  from_site text not null references inspection.site (id),
  to_site text not null references inspection.site (id),
  minutes integer not null check (minutes >= 0),
  primary key (from_site, to_site)
);

-- The second lock (P11): sites, bays, hours, holidays and ways are published; rosters are the authority's own and the port office's.
alter table inspection.officer enable row level security;
create policy own_officers on inspection.officer
  using (authority = runtime.reader_party() or runtime.reader_kind() = 'port-office');
alter table inspection.duty enable row level security;
create policy own_duties on inspection.duty
  using (exists (select 1 from inspection.officer o where o.id = officer_id));

insert into inspection.site (id, name, stations, slot_minutes, return_minutes, virtual_return) values
  ('GUOYUAN-INSP', '{"zh": "果园港查验场", "en": "Guoyuan inspection yard"}', '{CKG-GUOYUAN,CKG-CUNTAN}', 60, 120, true),
  ('TUANJIECUN-INSP', '{"zh": "团结村铁路查验场", "en": "Tuanjiecun rail inspection yard"}', '{CKG-TUANJIECUN}', 60, 90, false),
  ('JIANGBEI-INSP', '{"zh": "江北机场货站查验区", "en": "Jiangbei air cargo inspection area"}', '{CKG-JIANGBEI}', 30, 30, false),
  ('XIYONG-INSP', '{"zh": "西永综保区查验场", "en": "Xiyong zone inspection yard"}', '{CKG-XIYONG}', 60, 60, false);
insert into inspection.bay (site_id, id, equipment) values
  ('GUOYUAN-INSP', 'A1', '{}'), ('GUOYUAN-INSP', 'A2', '{}'), ('GUOYUAN-INSP', 'A3', '{scanner}'), ('GUOYUAN-INSP', 'COLD1', '{cold}'),
  ('TUANJIECUN-INSP', 'R1', '{}'), ('TUANJIECUN-INSP', 'R2', '{scanner}'), ('TUANJIECUN-INSP', 'R3', '{cold}'),
  ('JIANGBEI-INSP', 'C1', '{scanner}'), ('JIANGBEI-INSP', 'C2', '{cold}'),
  ('XIYONG-INSP', 'Z1', '{}'), ('XIYONG-INSP', 'Z2', '{}');
-- CQ18 6: the airport works round the clock; port and railway do so by appointment, for goods that are urgent.
insert into inspection.opening (site_id, weekdays, from_minute, to_minute, on_holidays, by_appointment) values
  ('GUOYUAN-INSP', '{1,2,3,4,5,6,7}', 480, 1200, false, false),
  ('GUOYUAN-INSP', '{1,2,3,4,5,6,7}', 0, 1440, true, true),
  ('TUANJIECUN-INSP', '{1,2,3,4,5,6,7}', 480, 1200, false, false),
  ('TUANJIECUN-INSP', '{1,2,3,4,5,6,7}', 0, 1440, true, true),
  ('JIANGBEI-INSP', '{1,2,3,4,5,6,7}', 0, 1440, true, false),
  ('XIYONG-INSP', '{1,2,3,4,5,6}', 480, 1200, false, false);
insert into inspection.travel (from_site, to_site, minutes)
select a, b, minutes from (values
  ('GUOYUAN-INSP', 'TUANJIECUN-INSP', 75), ('GUOYUAN-INSP', 'JIANGBEI-INSP', 40), ('GUOYUAN-INSP', 'XIYONG-INSP', 80),
  ('TUANJIECUN-INSP', 'JIANGBEI-INSP', 60), ('TUANJIECUN-INSP', 'XIYONG-INSP', 25), ('JIANGBEI-INSP', 'XIYONG-INSP', 60)) as way (a, b, minutes)
union all
select b, a, minutes from (values
  ('GUOYUAN-INSP', 'TUANJIECUN-INSP', 75), ('GUOYUAN-INSP', 'JIANGBEI-INSP', 40), ('GUOYUAN-INSP', 'XIYONG-INSP', 80),
  ('TUANJIECUN-INSP', 'JIANGBEI-INSP', 60), ('TUANJIECUN-INSP', 'XIYONG-INSP', 25), ('JIANGBEI-INSP', 'XIYONG-INSP', 60)) as way (a, b, minutes);
-- Statutory days of 《全国年节及纪念日放假办法》 only; days that are moved for longer holidays are entered when they are announced.
insert into inspection.holiday (day, name) values
  ('2026-10-01', '{"zh": "国庆节", "en": "National Day"}'), ('2026-10-02', '{"zh": "国庆节", "en": "National Day"}'),
  ('2026-10-03', '{"zh": "国庆节", "en": "National Day"}'),
  ('2027-01-01', '{"zh": "元旦", "en": "New Year''s Day"}'),
  ('2027-02-05', '{"zh": "除夕", "en": "Lunar New Year''s Eve"}'), ('2027-02-06', '{"zh": "春节", "en": "Spring Festival"}'),
  ('2027-02-07', '{"zh": "春节", "en": "Spring Festival"}'), ('2027-02-08', '{"zh": "春节", "en": "Spring Festival"}'),
  ('2027-04-05', '{"zh": "清明节", "en": "Qingming"}'),
  ('2027-05-01', '{"zh": "劳动节", "en": "Labour Day"}'), ('2027-05-02', '{"zh": "劳动节", "en": "Labour Day"}'),
  ('2027-06-09', '{"zh": "端午节", "en": "Dragon Boat Festival"}'), ('2027-09-15', '{"zh": "中秋节", "en": "Mid-Autumn Festival"}'),
  ('2027-10-01', '{"zh": "国庆节", "en": "National Day"}'), ('2027-10-02', '{"zh": "国庆节", "en": "National Day"}'),
  ('2027-10-03', '{"zh": "国庆节", "en": "National Day"}');
