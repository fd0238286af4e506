-- What came into this file by imports, so that an import can be undone and what was shown before it is known. It stands beside the kept records and is no
-- part of an export: a book is the same by whichever way it came here.

create table imports (
  -- Its id in `writes`.
  id text primary key,
  at text not null,
  by text not null,
  file text not null
) strict;

-- Decisions and readings by their ids.
create table imported (
  record text primary key,
  import text not null references imports (id)
) strict, without rowid;
create index imported_by_import on imported (import);

create trigger imports_stay before update on imports begin select raise(abort, 'imports are never changed'); end;
create trigger imports_last before delete on imports begin select raise(abort, 'imports are never deleted'); end;
create trigger imported_stay before update on imported begin select raise(abort, 'what was imported is never changed'); end;
create trigger imported_last before delete on imported begin select raise(abort, 'what was imported is never deleted'); end;

create index readings_by_time on readings (at);

-- Shown: which writes an undo undoes. That of an import undoes all that the import brought.

create table undoings (
  target text not null,
  undo text not null references writes (id),
  primary key (target, undo)
) strict, without rowid;
create index undoings_by_undo on undoings (undo);
insert into undoings (target, undo) select undoes, id from writes where undoes is not null;
drop index writes_by_target;
