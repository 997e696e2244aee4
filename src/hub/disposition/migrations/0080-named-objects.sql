-- A word that is kept for objects to come names them (P5): those nobody has filed yet, and what several cases share.
alter table disposition.instruction add column named text[];
