/** Reads debts from plain input and clears them. */

import { noCosts } from "../../analyses/clearing.ts";
import type { Method } from "./method.ts";
import { clearingAnswer, debtFields, readDebts } from "./read-debts.ts";
import { readInput } from "./read-input.ts";

export const eisenbergNoe: Method = {
  name: "clearing.eisenbergNoe",
  question: "Who can pay what if all pay what they can, and who falls in which round?",
  source: "Eisenberg and Noe 2001, Management Science 47",
  run(input) {
    const fields = readInput(input, [...debtFields, "alpha", "beta"]);
    const network = readDebts(fields);
    for (const cost of ["alpha", "beta"])
      if (fields.number(cost, { min: 0, max: 1, fallback: 1 }) !== 1)
        fields.refuse(cost, "is not 1, but here a default costs nothing.", "Use clearing.rogersVeraart.");
    return fields.answer(() => clearingAnswer(fields, network, noCosts));
  },
};
