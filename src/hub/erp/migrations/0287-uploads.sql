-- Sheets that people upload stand beside the files of folders (N12): of no folder, with who uploaded them and what concerns the whole of a sheet.
alter table erp.file alter column subscription_id drop not null;
alter table erp.file add column uploaded_by text, add column findings jsonb not null default '[]';
