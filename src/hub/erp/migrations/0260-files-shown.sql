-- The port office sees which files were taken and what became of them (N12); writing stays with whose file it is.
create policy shown_to_port_office on erp.file for select using (runtime.reader_kind() = 'port-office');
