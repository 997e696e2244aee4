-- Who takes part in a case beside its owner (B16 按照职能需要): a channel's far end that a document of it is for, the station it is handed
-- over at, the carrier of its bill. Nobody else at the far end of a channel sees the case. And the office it is declared at, for
-- authorisations that are bounded by district (P11).
create table shipment.participant (
  shipment_id uuid not null,
  -- id of the channel whose far end it is
  party text not null,
  primary key (shipment_id, party)
);
create index participant_party on shipment.participant (party, shipment_id);
alter table shipment.shipment add column declaration_office text;
