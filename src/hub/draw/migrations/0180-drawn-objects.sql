-- Single objects of a case are drawn too (M6, decision 0038): which one stands behind a commitment. Null where the case is drawn.
alter table draw.target add column object_id text;
