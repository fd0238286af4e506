/** The reader as it is shipped: the code of src/reading with the weights that training gave it. */

import { readFileSync } from "node:fs";
import { createReader } from "../reading/create-reader.ts";
import { type ReaderWeights, weightsOfBytes } from "../reading/learned/weights-file.ts";
import type { NamingRegisters } from "../reading/names.ts";
import type { Reader } from "../reading/reading.ts";

export const weightsFile = new URL("../reading/learned/weights.bin", import.meta.url);

/**
 * A reading thread's room for what has just been made, in megabytes. A reading leaves next to nothing behind, and by itself Node lets this room grow to
 * three times as much for the same speed.
 */
export const readingLimits = { maxYoungGenerationSizeMb: 48 };

let weights: ReaderWeights | undefined;

/** The shipped weights, read once. */
export function trainedWeights(): ReaderWeights {
  weights ??= weightsOfBytes(readFileSync(weightsFile));
  return weights;
}

/** A reader that knows these parties and chips; it can be used for any number of documents. */
export function trainedReader(registers: NamingRegisters): Reader {
  return createReader(registers, trainedWeights());
}
