/** `capstack chips`: which accelerators are there, and what is one like? */

import type { Chip } from "../../model/chip.ts";
import type { PartyId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { chipCells, chipColumns, chipRows, chipsNamed, namesOf } from "../../views/chip-rows.ts";
import { offerRows } from "../../views/offer-rows.ts";
import { bothLeftOut } from "../../views/price-days.ts";
import { nearest } from "../../views/suggest.ts";
import { withRegisters } from "../asked-registers.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { chipText } from "../render/chip.ts";
import { chipsText } from "../render/chips.ts";
import { leftOutText } from "../render/left-out.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack chips [NAME]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands } = call;
  const format = readFormat(call, "capstack chips");
  if (typeof format === "object") return { misuse: format };
  const written = operands.join(" ");

  return withRegisters(call, ({ registers, asOf, data, command }) => {
    const named = written === "" ? registers.chips : chipsNamed(written, registers.chips);
    if (named.length === 0) return { misuse: unknownChip(written, registers.chips) };
    const names = new Map(registers.parties.map(({ id, name }) => [id, name]));
    const { rows, left: chipsLeft } = chipRows(named, (id: PartyId) => names.get(id) ?? id, asOf);
    const ids = new Set(named.map(({ id }) => id));
    const offered = registers.offers.filter(({ chip }) => ids.has(chip));
    const offers = offerRows(offered, registers, asOf);
    const left = written === "" ? chipsLeft : bothLeftOut(chipsLeft, offers.left);
    if (format === "table" || format === "wide") {
      const foot = { asOf, data, command };
      terminal.out(
        written === "" || format === "wide"
          ? chipsText({ rows, left, words: operands, ...foot }, terminal, format === "wide")
          : chipText({ rows, left, offers: offers.rows, written, ...foot }, terminal),
      );
      return exitCodes.done;
    }
    const listed = rows.map(({ chip, rivals }) => ({ ...chip, rivals }));
    if (format === "csv" || format === "plain") printLines(terminal, format, chipColumns, rows.map(chipCells));
    else if (written === "") printJson(terminal, { schema: "capstack/chips/1", data, rows: listed, problems: [] });
    else {
      const prices = offers.rows.map(({ offer, perChip, rivals }) => ({ ...offer, perChipHour: perChip, rivals }));
      printJson(terminal, { schema: "capstack/chip/1", data, value: { chips: listed, offers: prices }, problems: [] });
    }
    terminal.note(leftOutText({ left, asOf, command }, "chips", operands));
    return exitCodes.done;
  });
}

function unknownChip(written: string, chips: readonly Chip[]): Problem {
  const near = nearest(written, chips.flatMap(namesOf));
  return {
    code: "unknown-chip",
    message: `No chip and no family is called “${written}”.${near ? ` Did you mean ${near}?` : ""}`,
    fix: near ? `capstack chips ${near}` : "capstack chips",
  };
}
