/** The reading of a deal's field that is drawn, and those that stand beside it. */

import { isMoney } from "../model/amount.ts";
import type { Deal, Field, FieldName, Reading } from "../model/deal.ts";
import { rungOf } from "./firmness.ts";

/** The chosen reading of a field; null where nothing is told. */
export function drawn({ fields }: Pick<Deal, "fields">, name: FieldName): Reading | null {
  const field = fields.find((each) => each.name === name);
  return field === undefined ? null : field.readings[0]!;
}

/** The field that holds the deal's money, in whatever currency comes first. */
export function moneyField({ fields }: Pick<Deal, "fields">): Field | null {
  return fields.find(({ name }) => name.startsWith("amount ") && isMoney(name.slice(7))) ?? null;
}

/** What sources leave open: the drawn reading alone where none differs or a person chose it, else with all that are as firm. */
export function firmReadings({ readings, choice, disagreement }: Field): readonly Reading[] {
  const [first] = readings;
  if (disagreement === null || choice === "decided") return readings.slice(0, 1);
  return readings.filter(({ status, amount }) => amount !== null && rungOf(status) === rungOf(first!.status));
}
