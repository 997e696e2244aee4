-- outside a transaction
-- Inspections for one conveyance that are begun or done, when its carrier moves the departure: the share goes by the cut-off in force (M12).
create index concurrently if not exists task_departure on inspection.task (conveyance, id) where direction = 'export' and state in ('started', 'finished');
