/** The tables of sql/, as Kysely sees them. */

import type { Generated, Kysely } from "kysely";
import type { Comparator } from "../model/amount.ts";
import type { Appearance, Decision, Instant, Media, ReadingRecord, Review } from "../model/book.ts";
import type { ClaimKind, Metric, Status } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { AppearanceId, ClaimId, DecisionId, DocumentId, PartyId, ReadingId, WriteId } from "../model/id.ts";

export interface Tables {
  documents: { id: DocumentId; text: string };
  appearances: Appearance;
  readings: Omit<ReadingRecord, "names"> & { names: string };
  claims: { reading: ReadingId; id: ClaimId; document: DocumentId; body: string; seal: string };
  refusals: { reading: ReadingId; number: number; body: string; seal: string };
  decisions: Omit<Decision, "body"> & { body: string };
  writes: {
    id: WriteId;
    at: Instant;
    by: string;
    verb: string;
    records: number;
    undoes: WriteId | null;
    in_effect: Flag;
  };
  imports: { id: WriteId; at: Instant; by: string; file: string };
  imported: { record: DecisionId | ReadingId; import: WriteId };
  undoings: { target: WriteId; undo: WriteId };
  shown_documents: ShownDocument;
  shown_claims: ShownClaim;
  shown_parties: { party: PartyId; claim: number; side: Side };
}

/** SQLite has no booleans. */
export type Flag = 0 | 1;
export type Side = "from" | "to" | "other";

export interface ShownDocument {
  id: DocumentId;
  place: string;
  appearance: AppearanceId;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published: PartialDay | null;
  known_from: PartialDay;
  received: PartialDay;
  file: string | null;
  media: Media;
  appearances: number;
  reading: ReadingId | null;
  sentences: number;
  claims: number;
  refusals: number;
  stamp: string;
}

export interface ShownClaim {
  number: Generated<number>;
  id: ClaimId;
  document: DocumentId;
  reading: ReadingId;
  latest: Flag;
  place: string;
  kind: ClaimKind;
  status: Status;
  rung: number;
  chip: string | null;
  metric: Metric | null;
  low: number | null;
  high: number | null;
  size: number | null;
  unit: string | null;
  comparator: Comparator | null;
  approximate: Flag;
  conditional: Flag;
  hedged: Flag;
  said_by: string | null;
  origin: string | null;
  starts: PartialDay | null;
  ends: PartialDay | null;
  day: PartialDay | null;
  from_party: PartyId | null;
  to_party: PartyId | null;
  by_hand: Flag;
  review: Review;
  edits: string | null;
}

/** What queries are asked of: the tables inside one transaction. */
export type Book = Kysely<Tables>;
