-- The library as it is searched (P2): one entry for each filed form and each document, derived from them by the indexer in the
-- background and rebuilt at will. `tokens` holds words (Chinese by pairs of characters) and what the entry is filtered by; `text` is what
-- the words came from, folded, so that a phrase is found as a phrase.
create table documents.entry (
  id uuid primary key,
  -- when the thing was made and, behind that, its id: what it is ordered, paged and filtered by period by. No index has it alone, so that
  -- what somebody may see is walked by an index of just that
  page_key uuid not null,
  shipment_id uuid,
  owner_id uuid,
  filer_id uuid,
  flow text not null,
  channel text,
  tokens tsvector not null,
  text text not null
);
create index entry_owner on documents.entry (owner_id, page_key) include (id);
create index entry_filer on documents.entry (filer_id, page_key) include (id);
create index entry_channel on documents.entry (channel, page_key) include (id);
create index entry_flow on documents.entry (flow, page_key) include (id);
create index entry_shipment on documents.entry (shipment_id);
create index entry_tokens on documents.entry using gin (tokens);

-- documents whose entry is to be written anew; written with the document, emptied by the indexer
create table documents.unindexed (
  seq bigint generated always as identity primary key,
  document_id uuid not null
);
insert into documents.unindexed (document_id) select id from documents.document;

-- Every phrase stands in the text. Dear beside the test of tokens, and said so: it is asked of those rows only that have the words.
create function documents.has_all(text text, phrases text[]) returns boolean language sql immutable parallel safe cost 1000 as $$
  select not exists (select 1 from unnest(phrases) as p(phrase) where position(p.phrase in has_all.text) = 0)
$$;
