/** What the keys of Evidence do. */

import type { Status } from "../../../model/claim.ts";
import type { ClaimCard } from "../../../views/page-answers.ts";
import { rejectReasons, statusKeys } from "../../../views/review-keys.ts";
import type { Acts } from "../../state/acts.ts";
import { keyName } from "../../state/bound-keys.ts";
import { apart, draw } from "../../state/deal-decisions.ts";
import { address, goWith, openLayer, tell } from "../../state/page.ts";
import { tickStep } from "../../state/steps.ts";
import { cards, write } from "../../state/writes.ts";
import {
  choose,
  chooseNext,
  chosen,
  deal,
  draftSpan,
  extended,
  goDocument,
  isCompared,
  mode,
  order,
  selected,
  shownDocument,
} from "./evidence.ts";
import { selectedWords } from "./text-places.ts";

export const evidenceActs: Acts = {
  next: () => void chooseNext(1),
  previous: () => void chooseNext(-1),
  "next-conflict": () =>
    void (chooseNext(1, ({ conflict }) => conflict) || tell("No further conflict in this document.")),
  "previous-conflict": () => void (chooseNext(-1, ({ conflict }) => conflict) || tell("No conflict before this one.")),
  accept: () => withChosen(accept),
  reject: () => withChosen(() => (mode.value = "reject")),
  skip: () => withChosen(goOn),
  edit: () => withChosen(() => (mode.value = "edit")),
  flag: () => withChosen(() => (mode.value = "flag")),
  respan: () =>
    withChosen((card) => {
      draftSpan.value = card.span;
      mode.value = "span";
    }),
  "new-claim": () => {
    draftSpan.value = selectedWords() ?? chosen.peek()?.span ?? null;
    if (draftSpan.peek() === null) return tell("Select the words that say it first.");
    mode.value = "new";
  },
  conditional: () =>
    withChosen((card) =>
      editNow(
        card,
        { conditional: card.conditional ? "no" : "yes" },
        (now) => ({ ...now, conditional: !card.conditional }),
        card.conditional ? "No longer conditional." : "Conditional.",
      ),
    ),
  conflict: () =>
    withChosen((card) => {
      if (address.peek().params.view === "conflict") return goWith({ view: "" });
      if (card.conflict) tickStep("conflict");
      goWith({ view: "conflict", claim: card.id });
    }),
  "draw-smallest": () => drawFirst("smallest"),
  "draw-both": () => drawFirst("both"),
  "draw-largest": () => drawFirst("largest"),
  apart: () =>
    withChosen((card) =>
      isCompared.peek() ? apart(card.id) : tell(`Look at the deal of this claim first: key ${keyName("conflict")}.`),
    ),
  order: () => {
    const next = address.peek().params.order === "weight" ? "" : "weight";
    goWith({ order: next }, true);
    tell(next === "" ? "In the order of the text." : "Conflicts first, then the largest amounts.");
  },
  "next-document": () => void (goDocument(1) || tell("This is the last document of the list.")),
  "previous-document": () => void (goDocument(-1) || tell("This is the first document of the list.")),
  "extend-down": () => extend(1),
  "extend-up": () => extend(-1),
  "accept-selected": acceptSelected,
  add: () => openLayer({ is: "add" }),
  ...Object.fromEntries(statusKeys.map((status, index) => [`status-${index + 1}`, () => onDigit(index, status)])),
  close: () => {
    // The innermost thing first: what is being done, then the conflict view.
    if (mode.peek() !== "none") leaveMode();
    else if (address.peek().params.view === "conflict") goWith({ view: "" });
    else if (extended.peek().size > 0) extended.value = new Set();
  },
};

function withChosen(run: (card: ClaimCard) => void): void {
  const card = chosen.peek();
  if (card) run(card);
  else tell("No claim is chosen.");
}

/** Back to the card. */
export function leaveMode(): void {
  mode.value = "none";
  draftSpan.value = null;
}

function accept(card: ClaimCard): void {
  void write("accept", { ids: [card.id] }, [card.id], (now) => ({ ...now, review: "accepted" }));
  said("Accepted.", card);
  goOn(card);
}

/** Rejects with a reason; what was read stays, struck through. */
export function reject(card: ClaimCard, because: string): void {
  void write("reject", { ids: [card.id], because }, [card.id], (now) => ({
    ...now,
    review: "rejected",
    conflict: false,
  }));
  said(because === "" ? "Rejected." : `Rejected: ${because}.`, card);
  goOn(card);
}

export function flag(card: ClaimCard, because: string): void {
  void write("flag", { ids: [card.id], because }, [card.id], (now) => ({ ...now, flags: [...now.flags, because] }));
  leaveMode();
  tell("Flagged.", true);
}

/** After a digit: the reason of a rejection, or a status. */
function onDigit(index: number, status: Status): void {
  withChosen((card) => {
    const reason = rejectReasons[index];
    if (mode.peek() === "reject") {
      if (reason) reject(card, reason);
      return;
    }
    if (card.status === status) return tell(`It is ${status} already.`);
    editNow(card, { status }, (now) => ({ ...now, status, fields: { ...now.fields, status } }), `Status: ${status}.`);
  });
}

/** Stores changed fields at once. */
export function editNow(
  card: ClaimCard,
  fields: Readonly<Record<string, string>>,
  looks: (card: ClaimCard) => ClaimCard,
  told: string,
): void {
  void write("edit", { id: card.id, fields }, [card.id], (now) => ({ ...looks(now), review: "edited" }));
  tell(told, true);
}

/** By a key: the field on which sources differ most. */
function drawFirst(size: "smallest" | "both" | "largest"): void {
  withChosen((card) => {
    const field = deal.peek()?.fields[0];
    if (!isCompared.peek() || deal.peek()?.claim !== card.id || !field)
      return tell(`Look at the deal of this claim first: key ${keyName("conflict")}.`);
    if (field.readings.length < 2) return tell("There is one reading only.");
    if (size !== "both" && field.readings[0]!.figure === null) return tell(`Of ${field.title} none is the ${size}.`);
    void draw(card.id, field.name, size);
  });
}

/** To the next claim that nobody reviewed; after the last it is said how to go on. */
function goOn(from: ClaimCard): void {
  mode.value = "none";
  if (chooseNext(1, ({ review }) => review === "unreviewed")) return;
  const left = order.peek().flatMap((id) => cards.peek().get(id) ?? []);
  const first = left.find(({ id, review }) => review === "unreviewed" && id !== from.id);
  if (first) {
    choose(first.id);
    return;
  }
  tell(
    `All ${left.length} claims of ${shownDocument.peek()?.line.number} are reviewed. Key n: the next document.`,
    true,
  );
}

function said(what: string, { id }: ClaimCard): void {
  const at = order.peek().indexOf(id) + 1;
  tell(`${what} Claim ${at} of ${order.peek().length}.`, true);
}

function extend(direction: 1 | -1): void {
  const from = selected.peek();
  const ids = order.peek();
  const next = ids[ids.indexOf(from ?? "") + direction];
  if (from === null || next === undefined) return;
  const together = new Set([...extended.peek(), from, next]);
  choose(next);
  extended.value = together;
}

/** Several at once; refused where one of them is in conflict, which is a matter for a look of its own. */
function acceptSelected(): void {
  const ids = [...extended.peek()];
  const some = ids.flatMap((id) => cards.peek().get(id) ?? []);
  if (some.length === 0) {
    tell("Select several first: shift and ↓.");
    return;
  }
  const disputed = some.filter(({ conflict }) => conflict);
  if (disputed.length > 0) {
    tell(`Not accepted: ${disputed.length} of ${some.length} are in conflict. Look at those by themselves.`);
    return;
  }
  void write("accept", { ids }, ids, (now) => ({ ...now, review: "accepted" }));
  tell(`Accepted ${ids.length} claims.`, true);
  extended.value = new Set();
}
