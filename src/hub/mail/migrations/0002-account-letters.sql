-- Letters about an account (a forgotten password, an invitation): addressed by whoever asks for them; address and words lie sealed here
-- until the letter is gone, because they hold a link that opens something (P11).
alter table mail.letter add column sealed text;
alter table mail.letter drop constraint letter_kind_check;
alter table mail.letter add constraint letter_kind_check check (kind in ('confirmation', 'notice', 'account')) not valid;
alter table mail.letter validate constraint letter_kind_check;
