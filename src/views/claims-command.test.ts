import assert from "node:assert/strict";
import { test } from "node:test";
import { claimsCommand } from "./claims-command.ts";

test("only what is not usual is written", () => {
  assert.equal(claimsCommand("", "document", {}), "capstack claims");
});

test("filter, order and controls are those of the page", () => {
  assert.equal(
    claimsCommand("party:openai amount:>5bn", "from,to,-amount", { firm: "signed", at: "2025-11-01", by: "group" }),
    "capstack claims 'party:openai amount:>5bn' --sort from,to,-amount --firm signed --at 2025-11-01",
  );
});

test("a quote in a filter does not end it for a shell", () => {
  assert.equal(claimsCommand("Moody's", "document", {}), "capstack claims 'Moody'\\''s'");
});
