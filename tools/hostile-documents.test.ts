import assert from "node:assert/strict";
import { test } from "node:test";
import { hostileDocuments } from "../bench/hostile-documents.ts";
import { documentOfBytes } from "../src/intake/read-file.ts";
import { readRegisters } from "../src/intake/registers.ts";
import { trainedReader } from "../src/intake/trained-reader.ts";

/** Large enough that what is worse than linear takes minutes; `bench/hostile.ts` shows the times. */
const size = 40_000;
const read = trainedReader((await readRegisters()).value);

for (const { about, file, bytes } of hostileDocuments) {
  test(`a hostile document gives a problem or a reading: ${about}`, { timeout: 60_000 }, async () => {
    const content = bytes(size);
    const { value: document, problems } = await documentOfBytes(content, file);
    for (const problem of problems) {
      assert.notEqual(problem.message, "");
      assert.notEqual(problem.fix ?? "", "", `${problem.code} says how to mend it`);
    }
    if (document === null) return assert.ok(problems.length > 0, "what is not read has a problem");
    const { claims, refusals } = read(document).value;
    for (const { span, quote } of [...claims, ...refusals]) assert.equal(document.text.slice(...span), quote);
    assert.deepEqual(read(document).value.claims, claims);
  });
}
