/** The reading of a deal's field that is drawn. */

import { isMoney } from "../model/amount.ts";
import type { Deal, Field, FieldName, Reading } from "../model/deal.ts";

/** The chosen reading of a field; null where nothing is told. */
export function drawn({ fields }: Pick<Deal, "fields">, name: FieldName): Reading | null {
  const field = fields.find((each) => each.name === name);
  return field === undefined ? null : field.readings[0]!;
}

/** The field that holds the deal's money, in whatever currency comes first. */
export function moneyField({ fields }: Pick<Deal, "fields">): Field | null {
  return fields.find(({ name }) => name.startsWith("amount ") && isMoney(name.slice(7))) ?? null;
}
