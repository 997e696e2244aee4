-- When a word that came before its object found its case (P5): a period for which such a word waits is rehearsed by it. None for what was joined
-- before, and for what came when its object was there.
alter table disposition.instruction add column joined_at timestamptz;
