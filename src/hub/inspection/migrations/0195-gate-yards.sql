-- Where goods of the road port and of the post and express centre are inspected (N10, P6).
insert into inspection.site (id, name, stations, slot_minutes, return_minutes, virtual_return) values
  ('NANPENG-INSP', '{"zh": "南彭公路口岸查验场", "en": "Nanpeng road inspection yard"}', '{CKG-NANPENG}', 60, 60, false),
  ('POST-INSP', '{"zh": "邮件快件查验区", "en": "Post and express inspection area"}', '{CKG-POST,CKG-EXPRESS}', 30, 30, false)
on conflict do nothing;
insert into inspection.bay (site_id, id, equipment) values
  ('NANPENG-INSP', 'N1', '{}'), ('NANPENG-INSP', 'N2', '{scanner}'), ('POST-INSP', 'P1', '{scanner}')
on conflict do nothing;
insert into inspection.opening (site_id, weekdays, from_minute, to_minute, on_holidays, by_appointment) values
  ('NANPENG-INSP', '{1,2,3,4,5,6,7}', 480, 1200, false, false),
  ('POST-INSP', '{1,2,3,4,5,6,7}', 0, 1440, true, false);
