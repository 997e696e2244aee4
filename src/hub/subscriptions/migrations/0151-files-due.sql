-- outside a transaction
create index concurrently if not exists subscription_files_due on subscriptions.subscription (files_due_at)
  where takes_files and state = 'active';
