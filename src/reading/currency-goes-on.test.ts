import assert from "node:assert/strict";
import { test } from "node:test";
import { readRegisters } from "../intake/registers.ts";
import { trainedReader } from "../intake/trained-reader.ts";
import { documentOf } from "../model/document.ts";

test("a sum that names no currency goes on in that of the sum before it in its paragraph, else in the text's", async () => {
  const read = trainedReader((await readRegisters()).value);
  const text = `Nscale plans a hub that costs $2 billion. Nscale has revenue of $5 billion and a loss of $1 billion.

Halyard Compute had revenue of 1.4 billion tenge last year, and a net loss of about 200 million.

Orrery Labs had revenue of 407 million last year.`;
  const units = new Map(
    read(documentOf(text)).value.claims.map((one) => [one.amount?.min ?? one.amount?.max, one.amount?.unit]),
  );
  assert.equal(units.get(2e8), "KZT");
  assert.equal(units.get(4.07e8), "USD");
});
