-- outside a transaction
-- Export inspections by the cut-off of their conveyance, for the share that still makes it (M12).
create index concurrently if not exists task_cut_off on inspection.task (cut_off) where cut_off is not null and state <> 'cancelled';
