-- outside a transaction
-- The officers' queue: open tasks by the clock that runs out first, the end of the slot or the cut-off of the conveyance (P6).
create index concurrently if not exists task_queue on inspection.task (least(ends_at, cut_off), id) where state in ('planned', 'started');
