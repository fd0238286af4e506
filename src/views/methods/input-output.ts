/**
 * Reads a table of flows between sectors from plain input and follows a change of demand or supply. The table is either a square matrix, then
 * the coefficients and inverses are told too, or rows [seller, buyer, amount] with the number n of sectors.
 */

import {
  demandMultipliers,
  type InputOutput,
  influence,
  inputOutput,
  isProductive,
  outputForDemand,
  outputForValueAdded,
  supplyMultipliers,
} from "../../analyses/input-output.ts";
import { type SummedRows, summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { type InputFields, readInput } from "./read-input.ts";

const known = ["n", "flows", "output", "newFinalDemand", "demandShock", "valueAddedShock", "alpha"];

export const inputOutputMethod: Method = {
  name: "contagion.inputOutput",
  question: "How does a change of demand or supply pass through all who buy from one another?",
  source: "Leontief 1936; Ghosh 1958; Dietzenbacher 1997; Acemoglu and others 2012, Econometrica 80",
  run(input) {
    const fields = readInput(input, known);
    const isMatrix = !fields.has("n");
    const flows = isMatrix ? readMatrix(fields) : readRows(fields);
    const output = fields.numbers("output", flows.n, { min: 0 });
    for (let seller = 0; seller < Math.min(flows.n, output.length); seller++)
      for (let place = flows.offsets[seller]!; place < flows.offsets[seller + 1]!; place++)
        for (const sector of [seller, flows.columns[place]!])
          if (output[sector] === 0)
            fields.refuse(
              `output[${sector}]`,
              "is 0, but the sector sells or buys.",
              "Give all that it makes, at least what it sells.",
            );
    const asked = (key: string): Float64Array | null => (fields.has(key) ? fields.numbers(key, flows.n) : null);
    const newFinalDemand = asked("newFinalDemand");
    const demandShock = asked("demandShock");
    const valueAddedShock = asked("valueAddedShock");
    const alpha = fields.has("alpha") ? fields.number("alpha", { min: 0, max: 1 }) : null;
    return fields.answer(() => {
      const system = inputOutput(flows, output);
      if (!isProductive(system)) {
        fields.refuse(
          "flows",
          "leave nothing over: a group of sectors needs all that it makes.",
          "Check output: it counts sales to households and abroad too.",
        );
        return {};
      }
      return {
        ...(isMatrix ? inverses(system) : {}),
        finalDemand: [...system.finalDemand],
        valueAdded: [...system.valueAdded],
        upstreamness: listed(demandMultipliers(system)),
        forward: listed(supplyMultipliers(system)),
        ...(newFinalDemand && { newOutput: listed(outputForDemand(system, newFinalDemand)) }),
        ...(demandShock && { deltaOutputDemand: listed(outputForDemand(system, demandShock)) }),
        ...(valueAddedShock && { deltaOutputSupply: listed(outputForValueAdded(system, valueAddedShock)) }),
        ...(alpha !== null && { influence: listed(influence(system, alpha)) }),
      };
    });
  },
};

function readRows(fields: InputFields): SummedRows {
  const n = fields.count("n");
  const { from, to, amount } = fields.edges("flows", n);
  return summedRows(n, from, to, amount, "keep");
}

function readMatrix(fields: InputFields): SummedRows {
  const rows = fields.list("flows");
  const n = rows.length;
  const columns = Array.from({ length: n }, (_, buyer) => ({ name: `to ${buyer}`, min: 0 }));
  const table = fields.table("flows", columns);
  const cells = n * n;
  return summedRows(
    n,
    Int32Array.from({ length: cells }, (_, cell) => Math.floor(cell / n)),
    Int32Array.from({ length: cells }, (_, cell) => cell % n),
    Float64Array.from({ length: cells }, (_, cell) => table[cell % n]![Math.floor(cell / n)]!),
    "keep",
  );
}

/** A, B and both inverses in full. */
function inverses(system: InputOutput) {
  const { n } = system;
  const units = Array.from({ length: n }, (_, sector) =>
    Float64Array.from({ length: n }, (_, at) => (at === sector ? 1 : 0)),
  );
  const byBuyer = units.map((unit) => outputForDemand(system, unit)!);
  return {
    A: full(system.inputs),
    leontief: Array.from({ length: n }, (_, row) => byBuyer.map((column) => column[row]!)),
    B: full(system.sales),
    ghosh: units.map((unit) => listed(outputForValueAdded(system, unit))),
  };
}

function full({ n, offsets, columns, values }: SummedRows): number[][] {
  return Array.from({ length: n }, (_, row) => {
    const cells = new Array<number>(n).fill(0);
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) cells[columns[place]!] = values[place]!;
    return cells;
  });
}

function listed(values: Float64Array | null): number[] | null {
  return values && [...values];
}
