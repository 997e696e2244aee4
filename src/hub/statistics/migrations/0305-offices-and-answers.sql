-- Figures by customs office, of how soon each authority answers, and of how long goods stay (P8). Scopes of an office are the scope with `@` and
-- its code. All cases are looked at again, from the first event that is kept: what is counted is how they stand, so nothing counts twice.
-- safe: one row of `consumer` is changed, which its own follower takes; the default goes in the catalogue only
alter table statistics.fact add column times jsonb not null default '{}';
-- A node of the version before would count without them: it waits until it is replaced, and its figures with it.
alter table statistics.fact alter column times drop default;

create table statistics.office (code text primary key);
alter table statistics.office enable row level security;

alter policy own on statistics.cell using (
  runtime.reader_kind() = 'port-office'
  or split_part(scope, '@', 1) = 'organisation:' || runtime.reader_organisation()::text
  or split_part(scope, '@', 1) = 'party:' || runtime.reader_party());
alter policy own on statistics.span using (
  runtime.reader_kind() = 'port-office'
  or split_part(scope, '@', 1) = 'organisation:' || runtime.reader_organisation()::text
  or split_part(scope, '@', 1) = 'party:' || runtime.reader_party());

-- Offices at which the reader has cases; the lock of `cell` says which of these are his.
create policy own on statistics.office for select using (exists (
  select 1 from statistics.cell c where c.scope in (
    'all@' || code,
    'organisation:' || runtime.reader_organisation()::text || '@' || code,
    'party:' || runtime.reader_party() || '@' || code)));

update runtime.consumer set position = 0 where name = 'statistics';
