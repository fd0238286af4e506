/** Reads debts and the costs of default from plain input and clears them. */

import type { Method } from "./method.ts";
import { clearingAnswer, debtFields, readDebts } from "./read-debts.ts";
import { readInput } from "./read-input.ts";

export const rogersVeraart: Method = {
  name: "clearing.rogersVeraart",
  question: "Who can pay what if a default itself destroys part of what is there?",
  source: "Rogers and Veraart 2013, Management Science 59",
  run(input) {
    const fields = readInput(input, [...debtFields, "alpha", "beta"]);
    const network = readDebts(fields);
    const alpha = fields.number("alpha", { min: 0, max: 1 });
    const beta = fields.number("beta", { min: 0, max: 1 });
    return fields.answer(() => clearingAnswer(fields, network, { alpha, beta }));
  },
};
