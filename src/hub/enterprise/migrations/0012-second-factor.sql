-- Of whom an organisation asks a second factor (P11; 等保 身份鉴别): nobody, privileged roles, everybody.
alter table enterprise.organisation add column second_factor text not null default 'optional';
