/** Who controls whom by votes? The input and output of `ownership.control`. */

import { type Control, control as controlOf, mutualGroups, ultimateControllers } from "../../analyses/control.ts";
import { type HoldingIndex, integratedWithoutReturn } from "../../analyses/integrated-ownership.ts";
import { weakestLinks } from "../../analyses/weakest-link.ts";
import type { Problem } from "../../model/problem.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { holdingProblems, readHoldings } from "./read-holdings.ts";
import { readInput } from "./read-input.ts";

/** Up to here every pair is told; beyond, only links above the threshold, and group votes where they are asked for. */
const mostInFull = 50;
/** A chain of 5,000 companies has so many pairs; of more, memory runs out before the answer is written. */
const mostPairs = 15_000_000;
const tooMany = `leads to more than ${mostPairs.toLocaleString("en-US")} pairs of holder and company.`;

export const control: Method = {
  name: "ownership.control",
  question: "Who controls whom by votes, directly or through others, and how far do votes exceed cash-flow rights?",
  source: "A. Chapelle, A. Szafarz, 2005; R. La Porta, F. Lopez-de-Silanes, A. Shleifer, 1999",
  run(input) {
    const fields = readInput(input, ["n", "votes", "threshold", "holdings", "groupVotes", "weakestLinkAbove"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("votes", n, { name: "share" });
    const threshold = fields.number("threshold", { min: 0, max: 1, fallback: 0.5 });
    const holdings = fields.has("holdings") ? readHoldings(fields, "holdings", n) : null;
    const withVotes = fields.flag("groupVotes", n <= mostInFull);
    const above = fields.number("weakestLinkAbove", { min: 0, fallback: n <= mostInFull ? 0 : threshold });
    const notes = ownVotes(from, to);
    const { value, problems } = fields.answer(() => {
      const votes = summedRows(n, from, to, amount, "drop");
      const found = controlOf(votes, threshold, withVotes || holdings !== null, mostPairs);
      const links = weakestLinks(votes, above, mostPairs);
      if (links === null) fields.refuse("weakestLinkAbove", tooMany, "Give a higher cut-off.");
      if (found === null) fields.refuse("threshold", tooMany, "Give a higher threshold.");
      if (links === null || found === null) return {};
      const index = holdings?.();
      if (index) notes.push(...holdingProblems(index, "holdings"));
      return {
        controls: controlsJson(found),
        groupVotes: withVotes ? votesJson(found) : null,
        weakestLink: links.flatMap(({ companies, shares }, holder) =>
          Array.from(companies, (company, at) => [holder, company, shares[at]]),
        ),
        closedGroups: mutualGroups(found.controls),
        ultimateControllers: Object.fromEntries(ultimateControllers(found.controls)),
        ...(index ? { wedge: wedges(found, index) } : {}),
      };
    });
    return { value, problems: [...problems, ...notes] };
  },
};

function ownVotes(from: Int32Array, to: Int32Array): Problem[] {
  const row = from.findIndex((holder, at) => holder === to[at]);
  if (row < 0) return [];
  return [
    {
      code: "own-votes",
      message: `votes[${row}] gives company ${from[row]} votes in itself: treasury shares have no vote, so such rows count for nothing.`,
      fix: "Give the votes of the others as shares of all votes without those.",
    },
  ];
}

function controlsJson({ controls }: Control): Readonly<Record<string, number[]>> {
  const rows = controls.map((companies, holder) => [String(holder), Array.from(companies)] as const);
  return Object.fromEntries(rows.filter(([, companies]) => companies.length > 0));
}

function votesJson({ groupVotes }: Control): Readonly<Record<string, unknown>> {
  const rows = (groupVotes ?? []).map(({ companies, votes }, holder) => {
    const row = Array.from(companies, (company, at) => [company, votes[at]] as const);
    return [String(holder), Object.fromEntries(row), row.length] as const;
  });
  return Object.fromEntries(rows.filter(([, , count]) => count > 0).map(([holder, row]) => [holder, row]));
}

/** Rows [holder, company, votes, cash flow, votes − cash flow] of all companies under control. */
function wedges({ controls, groupVotes }: Control, index: HoldingIndex): (number | null)[][] {
  return controls.flatMap((companies, holder) => {
    if (companies.length === 0) return [];
    const cashFlow = integratedWithoutReturn(index, holder);
    const { companies: met, votes } = groupVotes![holder]!;
    return Array.from(companies, (company) => {
      const own = votes[met.indexOf(company)]!;
      const share = cashFlow[company]!;
      return Number.isFinite(share) ? [holder, company, own, share, own - share] : [holder, company, own, null, null];
    });
  });
}
