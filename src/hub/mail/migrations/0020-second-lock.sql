-- The second lock (P11): an address and its letters are their person's.
alter table mail.address enable row level security;
create policy own_address on mail.address using (person_id::text = runtime.reader_person());
alter table mail.letter enable row level security;
create policy own_letters on mail.letter using (person_id::text = runtime.reader_person());
