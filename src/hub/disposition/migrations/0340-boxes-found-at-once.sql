-- safe: takes the lock of VACUUM for a moment (SHARE UPDATE EXCLUSIVE), which neither readers nor writers wait for.
-- A GIN index keeps what is new in a list beside itself, up to 4 MB, and every search reads the whole list: 500 blocks for the manifests of one
-- filing, however few there are. Few keys a row are put in their place at once instead.
alter index disposition.manifest_containers set (fastupdate = off);
alter index disposition.instruction_named set (fastupdate = off);
select gin_clean_pending_list('disposition.manifest_containers'), gin_clean_pending_list('disposition.instruction_named');
