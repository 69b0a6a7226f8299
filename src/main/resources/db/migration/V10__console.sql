-- What staff look for among many cases.
create index grid_case_area_category on grid_case (area, category);
create index grid_case_area_state on grid_case (area, state);
create index grid_case_department on grid_case (department, state);
drop index grid_case_area;

-- By phone number, and who left one.
create index person_phone on person (phone);
