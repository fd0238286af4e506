import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { PartyId } from "../model/id.ts";
import { claimsMatch, type ExpectedClaim, type GoldDocument, scoreDocument } from "./score-claims.ts";
import { addTallies, sharesOf } from "./score-shares.ts";

const text = "Amazon may put $10 billion into OpenAI. AWS sells OpenAI $38 billion of capacity.";
const talks: ExpectedClaim = {
  kind: "investment",
  roles: { investor: "amazon" as PartyId, investee: "openai" as PartyId },
  amount: { min: 10e9, max: 10e9, unit: "USD", approximate: false },
  status: "talks",
  period: null,
  chip: null,
  metric: null,
  quote: text.slice(0, 38),
  span: [0, 38],
};
const gold: GoldDocument = { name: "one", style: null, text, claims: [talks], optional: [], aliases: {} };

test("a unit stands for its parent, two units of one parent do not", () => {
  const by = (investor: string): ExpectedClaim => ({
    ...talks,
    roles: { ...talks.roles, investor: investor as PartyId },
  });
  assert.equal(claimsMatch(talks, by("aws"), {}), true);
  assert.equal(claimsMatch(by("aws"), by("annapurna-labs"), {}), false);
  assert.equal(claimsMatch(talks, by("Amazon.com, Inc."), {}), true);
});

test("bounds agree within half a per cent, an open bound only with an open one", () => {
  const of = (min: number | null, max: number | null): ExpectedClaim => ({
    ...talks,
    amount: { min, max, unit: "USD", approximate: true },
  });
  assert.equal(claimsMatch(talks, of(10.05e9, 10e9), {}), true);
  assert.equal(claimsMatch(talks, of(10.06e9, 10e9), {}), false);
  assert.equal(claimsMatch(talks, of(10e9, null), {}), false);
  assert.equal(claimsMatch(talks, { ...talks, amount: null }, {}), false);
});

test("one expected claim matches one claim only, the one with the right status", () => {
  const score = scoreDocument(gold, [{ ...talks, status: "signed" }, talks], false);
  assert.deepEqual(score.total, {
    expected: 1,
    produced: 2,
    matched: 1,
    statusRight: 1,
    quoteRight: 1,
    periodExpected: 0,
    periodRight: 0,
  });
  assert.equal(score.spurious.length, 1);
});

test("an optional reading is not held against the reader when lenient", () => {
  const other: ExpectedClaim = { ...talks, kind: "valuation", roles: { company: "openai" as PartyId } };
  const borderline = { ...gold, optional: [other] };
  assert.equal(scoreDocument(borderline, [talks, other], true).total.produced, 1);
  assert.equal(scoreDocument(borderline, [talks, other], false).total.produced, 2);
});

test("a quote that is not the text at its span is told", () => {
  assert.equal(scoreDocument(gold, [{ ...talks, quote: "Amazon will" }], false).ungrounded.length, 1);
});

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = join(root, "../shared/tools/score-claims.mjs");
const goldFolder = join(root, "gold/shown");
const absent = [script, goldFolder].find((path) => !existsSync(path));

test("every figure is the one of the other scorer, on gold that was spoilt at random", {
  skip: absent ? "the other scorer or the gold is not here" : false,
}, () => {
  const seed = 7;
  const folder = mkdtempSync(join(tmpdir(), "capstack-score-"));
  const spoiler = spoil(seed);
  for (const lenient of [false, true]) {
    const scores = readdirSync(goldFolder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => {
        const file = JSON.parse(readFileSync(join(goldFolder, name), "utf8"));
        const produced = spoiler([...file.claims, ...(file.optional ?? []), ...file.claims.slice(0, 3)]);
        writeFileSync(join(folder, name), JSON.stringify(produced));
        const own: GoldDocument = {
          name,
          style: null,
          text: readFileSync(join(goldFolder, file.document), "utf8"),
          claims: file.claims.map(whole),
          optional: (file.optional ?? []).map(whole),
          aliases: file.aliases ?? {},
        };
        return scoreDocument(own, produced.map(whole), lenient);
      });
    const { stdout } = spawnSync(
      process.execPath,
      [script, goldFolder, folder, "--json", ...(lenient ? ["--lenient"] : [])],
      { encoding: "utf8", maxBuffer: 1e8 },
    );
    const other = JSON.parse(stdout);
    const told = (total: ReturnType<typeof addTallies>) => ({ ...total, ...sharesOf(total) });
    const theirs = (t: Record<string, never>) => {
      const { expected, produced, matched, status, quote, period, precision, recall, f1 } = t as never as Record<
        string,
        number & { right: number; of: number; accuracy: number }
      >;
      return {
        expected,
        produced,
        matched,
        statusRight: status!.right,
        quoteRight: quote!.right,
        periodExpected: period!.of,
        periodRight: period!.right,
        precision,
        recall,
        f1,
        status: status!.accuracy,
        quote: quote!.accuracy,
        period: period!.accuracy,
      };
    };
    assert.deepEqual(told(addTallies(scores.map(({ total }) => total))), theirs(other.total), `seed ${seed}`);
    for (const score of scores)
      assert.deepEqual(told(score.total), theirs(other.documents[score.name.replace(/\.json$/, "")]), score.name);
  }
});

function whole(claim: ExpectedClaim): ExpectedClaim {
  return {
    ...claim,
    chip: claim.chip ?? null,
    metric: claim.metric ?? null,
    amount: claim.amount ?? null,
    period: claim.period ?? null,
  };
}

/** Drops, changes and shifts claims, so that every part of the rule has something to decide. */
function spoil(seed: number): (claims: readonly ExpectedClaim[]) => ExpectedClaim[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  return (claims) =>
    claims
      .filter(() => below(5) > 0)
      .map((claim) => {
        const ways: ((claim: ExpectedClaim) => ExpectedClaim)[] = [
          (one) => ({ ...one, status: "denied" }),
          (one) => ({ ...one, period: null }),
          (one) => ({ ...one, amount: one.amount && { ...one.amount, min: one.amount.min && one.amount.min * 1.004 } }),
          (one) => ({ ...one, amount: null }),
          (one) => ({ ...one, quote: one.quote.slice(0, 12), span: [one.span[0], one.span[0] + 12] }),
          (one) => one,
        ];
        return ways[below(ways.length)]!(claim);
      });
}
