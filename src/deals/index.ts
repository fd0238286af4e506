/** Claims to deals, for users of the library. */

export type { Flag } from "./flags.ts";
export { flagsOf } from "./flags.ts";
export type { NamedDeal } from "./naming.ts";
export { independentSources } from "./origins.ts";
export type { Blockable } from "./rights.ts";
export { blockableBy } from "./rights.ts";
export { settle, settleMore } from "./settle.ts";
export type { Settlement, SettlingContext } from "./settlement.ts";
export { testify } from "./testify.ts";
export type { Reconciled } from "./umbrellas.ts";
export { umbrellaParts } from "./umbrellas.ts";
