-- Renditions follow from the picture alone and are kept as files that may be deleted at any time: no table names them.
delete from blob where digest in (select digest from rendition)
  and digest not in (select digest from picture where digest is not null)
  and digest not in (select digest from capture);
drop table rendition;
