-- A book: what was said to be stored, and below it the index of what that shows now.
--
-- Kept: every row stays as it was written; triggers refuse anything else. Each row can be checked by itself: the ids of documents, appearances, readings
-- and decisions are hashes of what they hold, claims and refusals carry a seal.

create table documents (
  id text primary key,
  text text not null
) strict;

create table appearances (
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
create index appearances_of_document on appearances (document);

create table readings (
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
create index readings_of_document on readings (document);

-- A newer reading may say more of the claim with the same id, so both stand.
create table claims (
  reading text not null references readings (id),
  id text not null,
  document text not null references documents (id),
  body text not null,
  seal text not null,
  primary key (id, reading)
) strict;
create index claims_of_reading on claims (reading);

create table refusals (
  reading text not null references readings (id),
  number integer not null,
  body text not null,
  seal text not null,
  primary key (reading, number)
) strict;

-- `subject` may name what a newer program or another book knows, so it refers to no table.
create table decisions (
  id text primary key,
  write text not null,
  at text not null,
  by text not null,
  verb text not null,
  subject text not null,
  body text not null
) strict;
create index decisions_of_subject on decisions (subject);
create index decisions_of_write on decisions (write);

create trigger documents_stay before update on documents begin select raise(abort, 'documents are never changed'); end;
create trigger documents_last before delete on documents begin select raise(abort, 'documents are never deleted'); end;
create trigger appearances_stay before update on appearances begin select raise(abort, 'appearances are never changed'); end;
create trigger appearances_last before delete on appearances begin select raise(abort, 'appearances are never deleted'); end;
create trigger readings_stay before update on readings begin select raise(abort, 'readings are never changed'); end;
create trigger readings_last before delete on readings begin select raise(abort, 'readings are never deleted'); end;
create trigger claims_stay before update on claims begin select raise(abort, 'claims are never changed'); end;
create trigger claims_last before delete on claims begin select raise(abort, 'claims are never deleted'); end;
create trigger refusals_stay before update on refusals begin select raise(abort, 'refusals are never changed'); end;
create trigger refusals_last before delete on refusals begin select raise(abort, 'refusals are never deleted'); end;
create trigger decisions_stay before update on decisions begin select raise(abort, 'decisions are never changed'); end;
create trigger decisions_last before delete on decisions begin select raise(abort, 'decisions are never deleted'); end;

-- Shown: an index of what the kept rows show, decisions and undos counted in. It can be dropped and built again, byte for byte.

create table writes (
  id text primary key,
  at text not null,
  by text not null,
  verb text not null,
  records integer not null,
  -- The write that this one undoes.
  undoes text,
  in_effect integer not null
) strict;
create index writes_in_order on writes (at, id);
create index writes_by_target on writes (undoes) where undoes is not null;

create table shown_documents (
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
create unique index shown_documents_by_place on shown_documents (place);

create table shown_claims (
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
  edits text,
  -- Kind and parties of the claims whose amounts it is held against.
  relation text,
  conflict integer not null
) strict;
-- Only the orders that are asked for most have an index: ids are random, so each is written all over at every batch.
create index shown_claims_of_document on shown_claims (document);
create index shown_claims_by_place on shown_claims (place, id);
create index shown_claims_by_size on shown_claims (unit, size, id);
create index shown_claims_in_conflict on shown_claims (conflict) where conflict = 1;
create index shown_claims_reviewed on shown_claims (review) where review <> 'unreviewed';
create index shown_claims_by_relation on shown_claims (relation) where relation is not null;

create table shown_parties (
  party text not null,
  claim integer not null references shown_claims (number) on delete cascade,
  -- `from`, `to`, or `other` for a role that is on neither side.
  side text not null,
  primary key (party, claim, side)
) strict, without rowid;
create index shown_parties_of_claim on shown_parties (claim);

create virtual table shown_words using fts5 (quote, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
