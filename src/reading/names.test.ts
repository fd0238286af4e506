import assert from "node:assert/strict";
import { test } from "node:test";
import { readRegisters } from "../intake/registers.ts";
import { nameIndex } from "./names.ts";
import { tokenise } from "./tokens.ts";

const index = nameIndex((await readRegisters()).value);

/** The chip families of a text by the registers alone. */
function chips(text: string): (string | null)[] {
  const tokens = tokenise(text, 0, text.length);
  const hits = tokens.map((_, at) => index.at(tokens, at)).filter((hit) => hit?.kind === "chip");
  return hits.map((hit) => hit!.chip);
}

test("a generation that a text names by two words is its own family, whatever wider one the register has", () => {
  assert.deepEqual(chips("It runs 16 CS-3s and one WSE-3."), ["cs-3", "wse-3"]);
  assert.deepEqual(chips("It tests the Siyuan 590, and its Siyuan chips."), ["siyuan-590", "siyuan"]);
});
