-- The second lock (P11): an authority's papers are its own and the port office's; that there is an emergency everybody knows.
alter table emergency.paper_act enable row level security;
create policy own_papers on emergency.paper_act
  using (runtime.reader_kind() = 'port-office' or (runtime.reader_kind() = 'authority' and authority = runtime.reader_party()));
