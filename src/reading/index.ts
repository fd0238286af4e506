/** Reading, for users of the library: `import { createReader } from "capstack/reading"`. */

export { createReader } from "./create-reader.ts";
export type { Reader, Reading, Refusal, RefusalReason } from "./reading.ts";
