import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../model/claim.ts";
import type { ClaimId, DocumentId, PartyId } from "../model/id.ts";
import { claimCells, claimColumns, claimRow, periodText, sidesText } from "./claim-rows.ts";
import { shortNames } from "./document-names.ts";

test("sides stand in the order of the kind: customer before provider, lender after borrower", () => {
  assert.equal(sides("compute-contract", { provider: "aws", customer: "openai" }), "openai → aws");
  assert.equal(sides("financing", { lender: "blackstone", borrower: "coreweave" }), "coreweave → blackstone");
  assert.equal(
    sides("commitment", { obligor: "openai", "counterparty-1": "oracle", "counterparty-2": "amd" }),
    "openai → oracle, amd",
  );
});

test("a side that nobody names is a question mark; a kind with one side has no arrow", () => {
  assert.equal(sides("investment", { investee: "openai" }), "? → openai");
  assert.equal(sides("valuation", { company: "openai" }), "openai");
  assert.equal(sides("secondary-sale", { company: "openai" }), "openai shares");
  assert.equal(
    sides("secondary-sale", { company: "openai", seller: "staff", buyer: "softbank" }),
    "openai shares: staff → softbank",
  );
});

test("cells lose nothing: ids of parties, figures in whole units, every role", () => {
  const claim = claimOf("investment", { investor: "amazon", "investor-2": "nvidia", investee: "openai" });
  const cells = Object.fromEntries(
    claimCells(claimRow(claim, "note", String)).map((cell, index) => [claimColumns[index], cell]),
  );
  assert.deepEqual(
    [cells.from, cells.to, cells.roles, cells.amount, cells.min, cells.max, cells.start],
    ["amazon|nvidia", "openai", "investor=amazon|investor-2=nvidia|investee=openai", "≥ $10bn", "10000000000", "", "0"],
  );
});

test("periods read as people say them", () => {
  const text = (start: string | null, end: string | null, years: number | null): string =>
    periodText({ start, end, years } as never);
  assert.equal(text("2025-10", null, 7), "from 2025-10, 7 years");
  assert.equal(text("2025", "2025", null), "2025");
  assert.equal(text(null, "2028", 1), "until 2028, 1 year");
});

test("documents are named by their numbers where these tell all apart, else by their names, else by their paths", () => {
  assert.deepEqual(shortNames(["a/004_e1b2.txt", "a/005-x.md"]), ["004", "005"]);
  assert.deepEqual(shortNames(["a/004_e1b2.txt", "a/note.md"]), ["004_e1b2", "note"]);
  assert.deepEqual(shortNames(["a/note.txt", "b/note.md"]), ["a/note.txt", "b/note.md"]);
});

function sides(kind: Claim["kind"], roles: Record<string, string>): string {
  return sidesText(claimRow(claimOf(kind, roles), "note", String));
}

function claimOf(kind: Claim["kind"], roles: Record<string, string>): Claim {
  return {
    id: "c-0" as ClaimId,
    document: "d" as DocumentId,
    kind,
    roles: roles as Record<string, PartyId>,
    amount: { min: 10e9, max: null, unit: "USD", approximate: false },
    comparator: ">=",
    status: "talks",
    period: null,
    chip: null,
    metric: null,
    conditional: false,
    hedged: false,
    saidBy: null,
    origin: null,
    terms: null,
    checks: [],
    quote: "Amazon",
    span: [0, 6],
    also: [],
  };
}
