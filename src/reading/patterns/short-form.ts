/** A claim on one line, as the examples of patterns write it: `investment investor=amazon investee=openai 10000000000.. USD talks`. */

import type { Claim } from "../../model/claim.ts";

export function shortForm({ kind, metric, chip, roles, amount, status }: Claim): string {
  const what = metric ? `${kind}:${metric}` : chip ? `${kind}(${chip})` : kind;
  const parties = Object.entries(roles).map(([role, party]) => `${role}=${party}`);
  const figure = amount
    ? [`${amount.min === amount.max ? amount.min : `${amount.min ?? ""}..${amount.max ?? ""}`} ${amount.unit}`]
    : [];
  return [what, ...parties, ...figure, status].join(" ");
}
