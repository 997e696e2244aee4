-- safe: takes the lock of VACUUM for a moment (SHARE UPDATE EXCLUSIVE), which neither readers nor writers wait for; no row is written anew.
-- No index has a column that changes; what kept updates of outcomes from being HOT is that their pages were full: a row is some 1.4 kB, and all of a
-- case's rows are written again at once, several times. Half a page is left for that. Rows that stand already get room as they are written.
alter table disposition.outcome set (fillfactor = 50);
