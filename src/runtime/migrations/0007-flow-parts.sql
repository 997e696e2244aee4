-- The flow in parts, each with a cursor of its own, so that different subjects go side by side and several nodes share them. The cursor
-- of the one flow of before is sent past the end: a node of the version before, still running, carries nothing a second time.
insert into runtime.consumer (name) values ('flow') on conflict do nothing;
with before as (select position from runtime.consumer where name = 'flow' for update)
insert into runtime.consumer (name, position)
select 'flow/' || part, before.position from before, generate_series(0, 7) part on conflict do nothing;
-- safe: one row in a table of a handful
update runtime.consumer set position = 9007199254740991 where name = 'flow';
