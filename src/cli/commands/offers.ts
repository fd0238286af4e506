/** `capstack offers`: what do clouds ask for a chip, per hour? */

import type { Problem } from "../../model/problem.ts";
import { offerCells, offerColumns, offerRows, offersNamed, type UnknownName } from "../../views/offer-rows.ts";
import { withRegisters } from "../asked-registers.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { leftOutText } from "../render/left-out.ts";
import { offersText } from "../render/offers.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack offers [CHIP | PROVIDER…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands } = call;
  const format = readFormat(call, "capstack offers");
  if (typeof format === "object") return { misuse: format };

  return withRegisters(call, ({ registers, asOf, data, command }) => {
    const named = offersNamed(operands, registers);
    if ("unknown" in named) return { misuse: unknownOffer(named) };
    const { rows, left } = offerRows(named, registers, asOf);
    if (format === "table" || format === "wide") {
      const view = { rows, whole: registers.offers.length, left, words: operands, asOf, data, command };
      terminal.out(offersText(view, terminal, format === "wide"));
      return exitCodes.done;
    }
    if (format === "json") {
      const listed = rows.map(({ offer, perChip, rivals }) => ({ ...offer, perChipHour: perChip, rivals }));
      printJson(terminal, { schema: "capstack/offers/1", data, rows: listed, problems: [] });
    } else printLines(terminal, format, offerColumns, rows.map(offerCells));
    terminal.note(leftOutText({ left, asOf, command }, "offers", operands));
    return exitCodes.done;
  });
}

function unknownOffer({ unknown, near }: UnknownName): Problem {
  return {
    code: "unknown-in-offers",
    message: `No chip and no provider is called “${unknown}”.${near ? ` Did you mean ${near}?` : ""}`,
    fix: near ? `capstack offers ${near}` : "capstack offers",
  };
}
