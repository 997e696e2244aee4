-- The applicant takes back his own application to amend or withdraw while it is undecided (修撤单): since when he asks. The authority's decision
-- counts where it comes first.
alter table shipment.change_application add column retracted_at timestamptz;
