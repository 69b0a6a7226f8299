-- Lists of public cases are of some days and of all kinds.
create index grid_case_reported on grid_case (reported_at);
