-- outside a transaction
-- The yard board: what is held at a site on a day (P6).
create index concurrently if not exists task_board on inspection.task (site_id, starts_at) where state <> 'cancelled';
