-- Which claims are in conflict is told by settling, for whatever dates are asked about; the index of what is shown no longer holds a guess at it.

drop index shown_claims_in_conflict;
drop index shown_claims_by_relation;
alter table shown_claims drop column conflict;
alter table shown_claims drop column relation;
