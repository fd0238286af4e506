import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "../deals/settle.ts";
import { plain, told } from "../deals/testimony.test-kit.ts";
import type { PartialDay } from "../model/day.ts";
import type { Testimony } from "../model/deal.ts";
import { watchOf } from "./watch-rows.ts";

const day = (text: string): PartialDay => text as PartialDay;

function watched(all: readonly Testimony[], asOf: string, since: string) {
  const known = (on: string) =>
    settle(
      all.filter((each) => each.known <= on),
      { ...plain, asOf: day(on) },
    );
  const byId = new Map(all.map((each) => [each.claim.id, each]));
  return watchOf(known(asOf), known(since), day(asOf), (claim) => byId.get(claim)!.known);
}

const invests = { investor: "amazon", investee: "openai" };

test("what resolves first stands first; a day that has passed without an end is overdue; what has no day comes last", () => {
  const { open } = watched(
    [
      told("a", {
        kind: "ipo",
        roles: { company: "openai" },
        amount: "<=1tn",
        status: "talks",
        period: "2027",
        published: "2025-12-17",
      }),
      told("b", {
        kind: "chip-supply",
        roles: { customer: "openai", vendor: "broadcom" },
        amount: "10GW",
        status: "announced",
        period: "..2026-01",
        published: "2025-12-01",
      }),
      told("c", { roles: invests, amount: ">=10bn", status: "talks", published: "2025-12-16" }),
      told("d", {
        kind: "metric",
        metric: "revenue",
        roles: { company: "amd" },
        amount: ">100bn",
        status: "forecast",
        period: "2026",
        published: "2025-12-12",
      }),
      told("e", {
        roles: { investor: "softbank", investee: "openai" },
        amount: "40bn",
        status: "completed",
        period: "2025-03-31",
      }),
    ],
    "2026-02-28",
    "2025-11-30",
  );
  assert.deepEqual(
    open.map(({ sort, by, overdue }) => [sort, by, overdue]),
    [
      ["announced", "2026-01-31", true],
      ["forecast", "2026-12-31", false],
      ["talks", "2027-12-31", false],
      ["talks", null, false],
    ],
  );
});

test("a day before the first report is that of the agreement, and resolves nothing", () => {
  const agreed = told("a", {
    roles: invests,
    amount: "5bn",
    status: "announced",
    period: "2025-09-18",
    published: "2025-12-03",
  });
  assert.deepEqual(
    watched([agreed], "2025-12-17", "2025-12-01").open.map(({ by }) => by),
    [null],
  );
});

test("a warrant is open until its condition holds", () => {
  const warrant = told("a", {
    kind: "right",
    roles: { holder: "openai", grantor: "amd" },
    amount: "160m shares",
    status: "signed",
    terms: { right: "warrant" },
  });
  assert.deepEqual(
    watched([warrant], "2025-12-17", "2025-12-01").open.map(({ sort }) => sort),
    ["condition"],
  );
});

test("talks that were signed firmed up, what ended lapsed, what was not known before is new", () => {
  const before = told("a", { roles: invests, amount: "10bn", status: "talks", published: "2025-12-16" });
  const signed = told("b", { roles: invests, amount: "10bn", status: "signed", published: "2026-02-20" });
  const discussed = told("a", {
    kind: "acquisition",
    roles: { acquirer: "openai", target: "windsurf" },
    amount: "3bn",
    status: "announced",
    published: "2025-05-06",
  });
  const ended = told("c", {
    kind: "acquisition",
    roles: { acquirer: "openai", target: "windsurf" },
    amount: "3bn",
    status: "ended",
    published: "2026-01-11",
  });
  const other = told("d", {
    roles: { investor: "nvidia", investee: "intel" },
    amount: "5bn",
    status: "announced",
    published: "2026-02-01",
  });
  const { firmed, lapsed, fresh } = watched([before, signed, discussed, ended, other], "2026-02-28", "2025-12-17");
  assert.deepEqual(
    firmed.map(({ was, deal }) => [was!.status, deal.status]),
    [["talks", "signed"]],
  );
  assert.deepEqual(
    lapsed.map(({ was, deal }) => [was!.status, deal.status]),
    [["announced", "ended"]],
  );
  assert.deepEqual(
    fresh.map(({ deal }) => deal.to),
    ["intel"],
  );
});
