/** Reading, for users of the library: build a reader from registers, then give it documents. */

export { createReader } from "./create-reader.ts";
export type { Reader, Reading, Refusal, RefusalReason } from "./reading.ts";
export { asWritten, type WrittenClaim } from "./written-ids.ts";
