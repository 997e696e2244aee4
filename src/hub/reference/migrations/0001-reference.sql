-- Dated code tables and the tariff (formats §4). A row is valid from a day until a later edition ends it.
create schema reference;

create table reference.code_list (
  id text primary key,
  name_zh text not null,
  name_en text not null,
  edition text not null,
  source text not null,
  official boolean not null
);

create table reference.entry (
  list text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  name_zh text not null,
  name_en text not null,
  other jsonb not null default '{}',
  primary key (list, code, valid_from)
);
create index entry_code_prefix on reference.entry (list, code text_pattern_ops);

create table reference.tariff (
  code text not null,
  valid_from date not null,
  valid_to date,
  line jsonb not null,
  primary key (code, valid_from)
);
