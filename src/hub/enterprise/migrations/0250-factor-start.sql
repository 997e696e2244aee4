-- From which day on everybody of the enterprises needs a second factor (ASVS 6.3.3; decision 0054). Without a row: at once. Rows are only added;
-- the last one counts.
create table enterprise.factor_start (
  id uuid primary key,
  starts_on date not null,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null
);
create index factor_start_last on enterprise.factor_start (set_at desc, id desc);
