-- How far the stream for data platforms has been told (P3): the cursor moves only after the stream has acknowledged.
create table runtime.export (
  name text primary key,
  position bigint not null default 0,
  -- when the stream that was told so far came into being; null until it is known, and after an operator set the cursor anew
  stream_created text,
  moved_at timestamptz not null default now()
);
