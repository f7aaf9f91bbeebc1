-- Whether a slug is free is asked for every new concept.
create index concept_label_slug on concept_label (slug);
