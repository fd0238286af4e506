/** The review itself: a card, a key, a decision, the next card. Every decision is in the book before the next card is shown. */

import type { Claim } from "../../model/claim.ts";
import type { ClaimId, WriteId } from "../../model/id.ts";
import type { ClaimFields } from "../../model/read-claim.ts";
import { statusKeys } from "../../views/review-keys.ts";
import type { Card, Desk } from "./desk.ts";
import { type Keys, stopKeys } from "./keys.ts";

/** What a person sees of it. */
export interface Screen {
  readonly card: (card: Card, place: number, total: number) => void;
  /** After the key: what it did. */
  readonly told: (key: string, what: string) => void;
  readonly ask: (question: string) => void;
  readonly echo: (text: string) => void;
}

/** What was done until the end. */
export interface Reviewed {
  readonly accepted: number;
  readonly rejected: number;
  readonly edited: number;
  readonly skipped: number;
  /** Whether every claim was shown. */
  readonly finished: boolean;
}

/** A decision of this session, to be undone. */
interface Done {
  readonly write: WriteId;
  readonly place: number;
  readonly what: "accepted" | "rejected" | "edited";
  readonly claims: number;
}

/** Runs until the last card, or until the person stops. */
export async function reviewSession(
  desk: Desk,
  keys: Keys,
  screen: Screen,
  readEdit: (text: string, claim: Claim) => ClaimFields | string,
): Promise<Reviewed> {
  const done: Done[] = [];
  let skipped = 0;
  const sum = (finished: boolean): Reviewed => {
    const count = (what: Done["what"]): number =>
      done.filter((each) => each.what === what).reduce((all, { claims }) => all + claims, 0);
    return { accepted: count("accepted"), rejected: count("rejected"), edited: count("edited"), skipped, finished };
  };

  for (let place = 0; ; ) {
    const id = await desk.idAt(place);
    if (id === null) return sum(true);
    const card = await desk.card(id);
    const { claim } = card.listed.row;
    screen.card(card, place, desk.total);

    const keep = (what: Done["what"], write: WriteId, claims: number): void =>
      void done.push({ write, place, what, claims });
    const edit = async (key: string, fields: ClaimFields, what: string): Promise<void> => {
      keep("edited", await desk.edit(id, fields), 1);
      screen.told(key, what);
    };
    // A key that decides nothing leaves the card as it is.
    for (let stays = true; stays; ) {
      const key = await keys.next();
      if (key === null || stopKeys.includes(key)) {
        screen.told("q", "stopped");
        return sum(false);
      }
      stays = false;
      if (key === "a" || key === "A") {
        const ids = key === "a" ? [id] : [id, ...undecided(card)];
        keep("accepted", await desk.accept(ids), ids.length);
        screen.told(key, ids.length === 1 ? "accepted" : `accepted · ${ids.length} claims from one sentence`);
        place++;
      } else if (key === "x") {
        keep("rejected", await desk.reject([id]), 1);
        screen.told(key, "rejected");
        place++;
      } else if (key === " ") {
        skipped++;
        screen.told("space", "skipped");
        place++;
      } else if (key === "u") {
        const last = done.pop();
        if (last) await desk.undo(last.write);
        screen.told(key, last ? `no longer ${last.what}` : "nothing done here yet; capstack undo goes further back");
        place = last?.place ?? place;
        stays = !last;
      } else if (/^[1-7]$/.test(key)) {
        const status = statusKeys[Number(key) - 1]!;
        if (status === claim.status) screen.told(key, `is ${status} already`);
        else await edit(key, { status }, `status: ${status}`);
      } else if (key === "i") {
        await edit(
          key,
          { conditional: !claim.conditional },
          claim.conditional ? "no longer conditional" : "conditional",
        );
      } else if (key === "e") {
        screen.ask("edit (for example status=signed amount=10bn): ");
        const line = await keys.line(screen.echo);
        const fields = line ? readEdit(line, claim) : "nothing changed";
        if (typeof fields === "string") screen.told("", fields);
        else await edit("", fields, `edited ${Object.keys(fields).join(", ")}`);
      } else {
        stays = true;
      }
    }
  }
}

function undecided({ beside }: Card): ClaimId[] {
  return beside.filter(({ review, latest }) => review === "unreviewed" && latest).map(({ row }) => row.claim.id);
}
