-- A concept that was merged into another one keeps its number and its names, by which both are still found; its stories
-- and addresses are the other's. It never leads to one that was merged itself.
alter table concept add column merged_into bigint;
create index concept_merged on concept (merged_into);
