-- An outcome is changed in its row (its key never is): room beside it for the next, so that neither index is written again.
alter table disposition.outcome set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table disposition.case set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
