-- Keys are kept per organisation and expire; the index serves the clearing away of what has expired.
create index idempotency_created on runtime.idempotency (created_at);
