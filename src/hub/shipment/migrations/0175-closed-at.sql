-- When everything of the case had left: a correction agreed to afterwards tells tax and foreign exchange the same instant again.
alter table shipment.shipment add column closed_at timestamptz;
