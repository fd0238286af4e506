/** The words of Capstack, for users of the library. */

export type { Amount, Comparator, Unit } from "./amount.ts";
export { amountText, figureText } from "./amount.ts";
export type { Chip, Precision } from "./chip.ts";
export { precisions } from "./chip.ts";
export type { Check, Claim, ClaimKind, Metric, Period, Span, Status, Terms } from "./claim.ts";
export { claimKinds, metrics, statuses } from "./claim.ts";
export type { PartialDay } from "./day.ts";
export { lastDayOf, parseDay } from "./day.ts";
export type { Document, DocumentOrigin } from "./document.ts";
export { documentOf } from "./document.ts";
export type { ClaimId, DocumentId, PartyId } from "./id.ts";
export { partyIdOf } from "./id.ts";
export type { Offer, OfferTerm } from "./offer.ts";
export { offerTerms, perChipHour } from "./offer.ts";
export type { Party, Registers } from "./party.ts";
export type { Place, Problem, Result } from "./problem.ts";
export { parseChips, parseOffers, parseParties } from "./register.ts";
export type { Source } from "./source.ts";
