-- safe: takes the lock of VACUUM for a moment (SHARE UPDATE EXCLUSIVE), which neither readers nor writers wait for; no row is written anew.
-- What became of a document is written into its row moments after it was made, and no index has that column: with room on its page that is
-- one new row version and no entry in any of the six indexes.
alter table documents.document set (fillfactor = 65);
