/** A claim's body in the form that patterns give, so that mood, period and quote follow one path. */

import type { ClaimKind, Metric, Status } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Match } from "../match.ts";
import type { CompiledPattern } from "../pattern.ts";
import type { Parsed } from "../syntax.ts";
import type { Anchor } from "./anchors.ts";
import type { Candidate } from "./context.ts";
import { governing } from "./surroundings.ts";

const plainStatus: Readonly<Record<ClaimKind, Status>> = {
  investment: "completed",
  stake: "completed",
  valuation: "completed",
  "secondary-sale": "completed",
  "compute-contract": "signed",
  "chip-supply": "signed",
  "chip-adoption": "completed",
  commitment: "signed",
  financing: "completed",
  right: "signed",
  ipo: "talks",
  acquisition: "completed",
  metric: "completed",
  dependence: "completed",
};

/** The body of a claim at an anchor; `chosen` are the candidates whose mentions its words must hold. */
export function claimBody(
  kind: ClaimKind,
  metric: Metric | null,
  roles: Readonly<Record<string, PartyId>>,
  chosen: ReadonlyMap<string, Candidate>,
  anchor: Anchor,
  parsed: Parsed,
): Match {
  const same = anchor.matches.find((match) => match.pattern.kind === kind && (match.pattern.metric ?? null) === metric);
  const group = same ? same.group : governing(parsed, anchor);
  const ends: [number, number][] = [[anchor.first, anchor.next]];
  for (const { mention } of chosen.values())
    if (mention && Math.abs(mention.first - anchor.first) < 45) ends.push([mention.first, mention.next]);
  if (group && Math.abs(group.first - anchor.first) < 20) ends.push([group.first, group.next]);
  const first = Math.min(...ends.map(([from]) => from));
  const next = Math.max(...ends.map(([, to]) => to));
  const pattern: CompiledPattern = same?.pattern ?? bare(kind, metric);
  const clause: [number, number] = [
    Math.min(first, same?.clause[0] ?? first),
    Math.max(next, same?.clause[1] ?? Math.min(parsed.tokens.length, next + 8)),
  ];
  const chip = kind === "chip-supply" || kind === "chip-adoption" ? anchor.chip : null;
  return {
    pattern,
    roles,
    quantity: anchor.quantity,
    chip,
    group,
    noun: same?.noun ?? null,
    first,
    next,
    clause,
    score: 0,
  };
}

function bare(kind: ClaimKind, metric: Metric | null): CompiledPattern {
  return {
    name: "learned",
    kind,
    roles: {},
    amount: "none",
    status: plainStatus[kind],
    ...(metric ? { metric } : {}),
    example: "",
    reads: "",
    places: [],
    types: [],
    figureOptional: true,
    figurePlaces: null,
  };
}
