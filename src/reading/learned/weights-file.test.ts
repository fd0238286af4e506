import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { TrainedNetwork } from "./network.ts";
import { type ReaderWeights, weightsOfBytes, weightsToBytes } from "./weights-file.ts";

const floats = fc.float32Array({ maxLength: 6, noNaN: true });

const network: fc.Arbitrary<TrainedNetwork> = fc.record({
  outputs: fc.array(fc.string({ unit: "grapheme" }), { maxLength: 3 }),
  conditions: fc.array(fc.string(), { maxLength: 3 }),
  width: fc.nat(9),
  step: fc.double({ noNaN: true, noDefaultInfinity: true }).map((step) => step + 0),
  rows: fc.int32Array({ maxLength: 5 }),
  table: fc.uint8Array({ maxLength: 11 }),
  scales: floats,
  shifts: floats,
  weights: floats,
  biases: floats,
});

const weights: fc.Arbitrary<ReaderWeights> = fc.record({
  words: fc.int32Array({ maxLength: 5 }),
  names: network,
  references: network,
  kinds: network,
  roles: network,
  chips: network,
  pairs: network,
  statuses: network,
  claims: network,
});

test("weights come out of their file as they went in, wherever its bytes begin", () => {
  fc.assert(
    fc.property(weights, fc.nat(9), (given, offset) => {
      const bytes = weightsToBytes(given);
      const moved = new Uint8Array(bytes.length + offset);
      moved.set(bytes, offset);
      assert.deepEqual(plain(weightsOfBytes(moved.subarray(offset))), plain(given));
    }),
  );
});

/** Numbers as lists, so that −0 and views of other buffers compare as what they say. */
function plain(value: ReaderWeights): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (ArrayBuffer.isView(part) ? [...(part as Int32Array)] : part)));
}
