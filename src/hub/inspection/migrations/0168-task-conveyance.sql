-- outside a transaction
-- Planned inspections of one conveyance, when its carrier moves the departure (N11, M12).
create index concurrently if not exists task_conveyance on inspection.task (conveyance, id) where state = 'planned';
