-- When the slots outside opening hours of a marked enterprise were given back (SC 4): null where nobody has looked yet, as for every mark of a
-- version before 0222, which took none back. A column without a default is added in an instant.
alter table inspection.dishonest_mark add column nights_returned_at timestamptz;
