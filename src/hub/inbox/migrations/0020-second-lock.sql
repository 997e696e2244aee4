-- The second lock (P11): an inbox is its person's.
alter table inbox.item enable row level security;
create policy own_items on inbox.item using (person_id::text = runtime.reader_person());
alter table inbox.preference enable row level security;
create policy own_preference on inbox.preference using (person_id::text = runtime.reader_person());
