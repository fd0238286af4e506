-- Written by tools/store-schema.ts from the steps in sql/.

CREATE INDEX appearances_of_document on appearances (document);

CREATE INDEX claims_of_reading on claims (reading);

CREATE INDEX decisions_of_subject on decisions (subject);

CREATE INDEX decisions_of_write on decisions (write);

CREATE INDEX imported_by_import on imported (import);

CREATE INDEX readings_by_time on readings (at);

CREATE INDEX readings_of_document on readings (document);

CREATE INDEX shown_claims_by_place on shown_claims (place, id);

CREATE INDEX shown_claims_by_size on shown_claims (unit, size, id);

CREATE INDEX shown_claims_of_document on shown_claims (document);

CREATE INDEX shown_claims_reviewed on shown_claims (review) where review <> 'unreviewed';

CREATE UNIQUE INDEX shown_documents_by_place on shown_documents (place);

CREATE INDEX shown_parties_of_claim on shown_parties (claim);

CREATE INDEX undoings_by_undo on undoings (undo);

CREATE INDEX writes_in_order on writes (at, id);

CREATE TABLE appearances (
  id text primary key,
  document text not null references documents (id),
  title text,
  publisher text,
  url text,
  published text,
  retrieved text,
  received text not null,
  file text,
  media text not null
) strict;

CREATE TABLE claims (
  reading text not null references readings (id),
  id text not null,
  document text not null references documents (id),
  body text not null,
  seal text not null,
  primary key (id, reading)
) strict;

CREATE TABLE decisions (
  id text primary key,
  write text not null,
  at text not null,
  by text not null,
  verb text not null,
  subject text not null,
  body text not null
) strict;

CREATE TABLE documents (
  id text primary key,
  text text not null
) strict;

CREATE TABLE imported (
  record text primary key,
  import text not null references imports (id)
) strict, without rowid;

CREATE TABLE imports (
  -- Its id in `writes`.
  id text primary key,
  at text not null,
  by text not null,
  file text not null
) strict;

CREATE TABLE readings (
  id text primary key,
  document text not null references documents (id),
  reader text not null,
  at text not null,
  published text,
  title text,
  sentences integer not null,
  claims integer not null,
  refusals integer not null,
  names text not null
) strict;

CREATE TABLE refusals (
  reading text not null references readings (id),
  number integer not null,
  body text not null,
  seal text not null,
  primary key (reading, number)
) strict;

CREATE TABLE shown_claims (
  number integer primary key,
  id text not null unique,
  document text not null references shown_documents (id),
  reading text not null,
  -- Whether the document's latest reading holds it, or a person wrote it.
  latest integer not null,
  -- Its document's place and its own in the text.
  place text not null,
  kind text not null,
  status text not null,
  -- The status by its place in the order of statuses.
  rung integer not null,
  chip text,
  metric text,
  low real,
  high real,
  -- By what amounts are sorted: the low end, else the high one.
  size real,
  unit text,
  comparator text,
  approximate integer not null,
  conditional integer not null,
  hedged integer not null,
  said_by text,
  origin text,
  starts text,
  ends text,
  -- By what periods are sorted and compared: the start, else the end.
  day text,
  from_party text,
  to_party text,
  by_hand integer not null,
  review text not null,
  -- Fields that edits changed, as JSON.
  edits text) strict;

CREATE TABLE shown_documents (
  id text primary key references documents (id),
  -- Published day (undated last), then id: the order in which documents are listed.
  place text not null,
  appearance text not null references appearances (id),
  title text,
  publisher text,
  url text,
  published text,
  -- Its last possible day; the day of receipt where it is undated.
  known_from text not null,
  received text not null,
  file text,
  media text not null,
  appearances integer not null,
  reading text references readings (id),
  sentences integer not null,
  claims integer not null,
  refusals integer not null,
  -- A hash of all that is shown of the document.
  stamp text not null
) strict;

CREATE TABLE shown_parties (
  party text not null,
  claim integer not null references shown_claims (number) on delete cascade,
  -- `from`, `to`, or `other` for a role that is on neither side.
  side text not null,
  primary key (party, claim, side)
) strict, without rowid;

CREATE VIRTUAL TABLE shown_words using fts5 (quote, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE undoings (
  target text not null,
  undo text not null references writes (id),
  primary key (target, undo)
) strict, without rowid;

CREATE TABLE writes (
  id text primary key,
  at text not null,
  by text not null,
  verb text not null,
  records integer not null,
  -- The write that this one undoes.
  undoes text,
  in_effect integer not null
) strict;

CREATE TRIGGER appearances_last before delete on appearances begin select raise(abort, 'appearances are never deleted'); end;

CREATE TRIGGER appearances_stay before update on appearances begin select raise(abort, 'appearances are never changed'); end;

CREATE TRIGGER claims_last before delete on claims begin select raise(abort, 'claims are never deleted'); end;

CREATE TRIGGER claims_stay before update on claims begin select raise(abort, 'claims are never changed'); end;

CREATE TRIGGER decisions_last before delete on decisions begin select raise(abort, 'decisions are never deleted'); end;

CREATE TRIGGER decisions_stay before update on decisions begin select raise(abort, 'decisions are never changed'); end;

CREATE TRIGGER documents_last before delete on documents begin select raise(abort, 'documents are never deleted'); end;

CREATE TRIGGER documents_stay before update on documents begin select raise(abort, 'documents are never changed'); end;

CREATE TRIGGER imported_last before delete on imported begin select raise(abort, 'what was imported is never deleted'); end;

CREATE TRIGGER imported_stay before update on imported begin select raise(abort, 'what was imported is never changed'); end;

CREATE TRIGGER imports_last before delete on imports begin select raise(abort, 'imports are never deleted'); end;

CREATE TRIGGER imports_stay before update on imports begin select raise(abort, 'imports are never changed'); end;

CREATE TRIGGER readings_last before delete on readings begin select raise(abort, 'readings are never deleted'); end;

CREATE TRIGGER readings_stay before update on readings begin select raise(abort, 'readings are never changed'); end;

CREATE TRIGGER refusals_last before delete on refusals begin select raise(abort, 'refusals are never deleted'); end;

CREATE TRIGGER refusals_stay before update on refusals begin select raise(abort, 'refusals are never changed'); end;
