-- The second lock (P11): webhooks, their secrets and messages are their organisation's.
alter table subscriptions.subscription enable row level security;
create policy own_subscriptions on subscriptions.subscription using (organisation_id = runtime.reader_organisation());
alter table subscriptions.message enable row level security;
create policy own_messages on subscriptions.message
  using (exists (select 1 from subscriptions.subscription s where s.id = message.subscription_id));
