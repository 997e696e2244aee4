-- The ledger (issue 4; R18): every event is a leaf of a Merkle tree, and what was written stays as it was written.
-- safe: nothing is truncated here; the triggers that forbid it name the word, and creating them holds each table for an instant.
-- The columns may be null: a version before this one still writes events while nodes are restarted one after the other.
alter table runtime.event add column salt bytea, add column leaf bytea;

-- 256 leaves each, written once they are complete: their hashes, and which event each of them is.
create table runtime.ledger_tile (
  index bigint primary key,
  first bigint not null unique,
  positions bigint[] not null,
  hashes bytea not null
);
-- Hashes are as random as bytes can be; the server need not try to compress them.
alter table runtime.ledger_tile alter column hashes set storage external;

-- Roots of full subtrees of 2^8, 2^16, … leaves, so that no proof and no head reads more than a few hundred hashes.
create table runtime.ledger_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);

-- Signed tree heads. Each names the one it follows, and no two follow the same: the ledger cannot fork.
create table runtime.ledger_head (
  size bigint primary key,
  previous bigint not null unique,
  position bigint not null,
  root bytea not null,
  note text not null,
  signed_at timestamptz not null,
  check (previous < size)
);

-- Public keys that heads have been signed with.
create table runtime.ledger_key (
  verifier text primary key,
  since timestamptz not null
);

-- What remains of an event whose content was erased: the commitment, so that its leaf can still be written.
create table runtime.ledger_erasure (
  position bigint primary key,
  content text not null,
  erased_at timestamptz not null
);

create function runtime.keep_as_written() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

-- An event changes in one way only: its content is erased, and its commitment was set aside before (R26).
create function runtime.keep_event_as_written() returns trigger language plpgsql as $$
begin
  if new.salt is null and new.payload = '{"erased": true}' and new.actor = '{"kind": "erased", "id": "", "name": ""}'
     and (new.position, new.id, new.type, new.subject, new.occurred_at) = (old.position, old.id, old.type, old.subject, old.occurred_at)
     and new.leaf is not distinct from old.leaf
     and exists (select 1 from runtime.ledger_erasure e where e.position = old.position)
  then return new; end if;
  raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger keep_as_written before update on runtime.event for each row execute function runtime.keep_event_as_written();
create trigger keep_rows before delete on runtime.event for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.event execute function runtime.keep_as_written();

create trigger keep_rows before update or delete on runtime.ledger_tile for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.ledger_tile execute function runtime.keep_as_written();
create trigger keep_rows before update or delete on runtime.ledger_node for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.ledger_node execute function runtime.keep_as_written();
create trigger keep_rows before update or delete on runtime.ledger_head for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.ledger_head execute function runtime.keep_as_written();
create trigger keep_rows before update or delete on runtime.ledger_key for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.ledger_key execute function runtime.keep_as_written();
create trigger keep_rows before update or delete on runtime.ledger_erasure for each row execute function runtime.keep_as_written();
create trigger keep_all before truncate on runtime.ledger_erasure execute function runtime.keep_as_written();
