-- outside a transaction
-- Slots outside opening hours that are still to come, for when a mark of dishonesty takes them back (SC 4).
create index concurrently if not exists task_nights on inspection.task (starts_at) where state = 'planned' and by_appointment;
