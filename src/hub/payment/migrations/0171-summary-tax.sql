-- 汇总征税 (Type CL): the bill is paid with the others of its month, the goods have gone under the enterprise's general guarantee.
alter table payment.bill add column summary boolean not null default false;
