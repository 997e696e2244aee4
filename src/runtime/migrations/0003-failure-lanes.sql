-- Order per subject survives a failing reaction (P3): what comes after it for the same subject waits behind it.
alter table runtime.failed_reaction add column subject text not null default '';
update runtime.failed_reaction f set subject = e.subject from runtime.event e where e.position = f.position;
create index failed_reaction_lane on runtime.failed_reaction (reaction, subject, position);
