-- What moved last, for somebody who has so many cases that going through them to find it takes longer.
create index cases_moved on cases (status_since desc);
