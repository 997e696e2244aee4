-- One table for every dated row, code or tariff line alike; each row names the edition that brought it, so that a look-up
-- can say which edition, from which source, official or demonstration. Rows of 0001 were only the built-in ones: the
-- next start loads them again.
drop table reference.entry;
drop table reference.tariff;
delete from reference.code_list;
alter table reference.code_list drop column edition, drop column source, drop column official;

create table reference.edition (
  id bigint generated always as identity primary key,
  list text not null references reference.code_list (id),
  edition text not null,
  source text not null,
  official boolean not null,
  complete boolean not null,
  valid_from date not null,
  digest text not null,
  loaded_at timestamptz not null default now(),
  unique (list, valid_from)
);

create table reference.entry (
  list text not null references reference.code_list (id),
  code text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  edition_id bigint not null references reference.edition (id),
  content jsonb not null,
  initials text not null,
  primary key (list, code, valid_from)
);
create unique index entry_one_open on reference.entry (list, code) where valid_to is null;
create index entry_code_prefix on reference.entry (list, code text_pattern_ops);
create index entry_edition on reference.entry (edition_id);
