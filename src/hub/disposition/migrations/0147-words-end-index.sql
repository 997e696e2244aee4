-- outside a transaction
-- Cases whose words come to their end are found by the instant (P5).
create index concurrently if not exists case_words_end on disposition.case (words_end) where words_end is not null;
