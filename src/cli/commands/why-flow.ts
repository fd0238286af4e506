/** `capstack why deal-72b2/1@2026` and `capstack why flows/OpenAI-AWS@2026`: a falling-due amount, down to its sentences and to what was taken for granted. */

import { movedBetween } from "../../deals/placed.ts";
import { dayNumber } from "../../model/day.ts";
import type { Deal } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import type { Posting } from "../../model/ledger.ts";
import { lineage } from "../../model/party.ts";
import type { Problem } from "../../model/problem.ts";
import { refuse } from "../../store/fault.ts";
import { shortIds } from "../../store/short-ids.ts";
import { dealRow, shortDealIds } from "../../views/deal-rows.ts";
import { takenJson } from "../../views/flow-cells.ts";
import type { Window } from "../../views/flow-rows.ts";
import { decimalText } from "../../views/ledger-rows.ts";
import { readWindow } from "../../views/window.ts";
import { askedLedger } from "../asked-ledger.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readQuestion } from "../question.ts";
import { type WhyPosting, whyFlowText } from "../render/why-flow.ts";
import type { Call, Outcome } from "../verb.ts";

/** Whether an id of `why` is about a flow. */
export function isFlowId(id: string): boolean {
  return /^deal-[0-9a-f]*\/|^flows\//.test(id);
}

/** Runs it on one id. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  const [written, more] = operands;
  if (more !== undefined) return { misuse: oneFlow };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const [id, time] = written!.split("@");
  const window = time === undefined ? null : readWindow(time);
  if (time !== undefined && window === null) return { misuse: noFlow(written!) };

  return inBook(call, {}, async (book) => {
    const view = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const { settled, ledger } = posted;
      const ids = shortDealIds(settled.deals);
      const { names } = asking;
      const meant = id!.startsWith("flows/")
        ? between(id!.slice("flows/".length), ledger.postings, names.known.parties, settled.parties)
        : ledger.postings.filter((posting) => isMeant(posting, id!));
      if (meant === null || meant.length === 0) {
        const memo = ledger.memos.find((each) => isMeant(each, id!));
        return refuse(memo ? notPosted(id!, memo.reason) : noFlow(written!));
      }
      const claims = await shortIds(
        inside,
        meant.flatMap((posting) => posting.claims),
      );
      const dealOf = new Map<string, Deal>(settled.deals.map((deal) => [deal.id, deal]));
      const postings = meant.map((posting): WhyPosting => {
        const deal = dealOf.get(posting.deal)!;
        return { posting, row: dealRow(deal, names.party), due: window && dueIn(posting, window) };
      });
      const shown = window === null ? postings : postings.filter(({ due }) => due !== null);
      if (shown.length === 0) return refuse(nothingDue(written!));
      return {
        ...asking,
        postings: shown,
        window,
        ids,
        claims,
        testimonies: settled.testimonies,
        command: book.command,
      };
    });
    if (switches.has("json")) {
      const rows = view.postings.map(({ posting, due }) => postingJson(posting, due));
      printJson(terminal, { schema: "capstack/why-flow/1", data: view.data, rows, problems: [] });
    } else terminal.out(whyFlowText(view, terminal));
    return exitCodes.done;
  });
}

function dueIn(posting: Posting, { after, until }: Window) {
  return movedBetween(posting, dayNumber(after), dayNumber(until));
}

/** `deal-72b2/1`: the digits of a deal, and the place of the leg. */
function isMeant({ id }: { readonly id: string }, written: string): boolean {
  const [deal, leg] = written.split("/");
  return id.startsWith(deal!) && id.slice(id.indexOf("/") + 1) === leg;
}

/** Postings from one party to another, units counted in: `OpenAI-AWS`. Names have hyphens too, so every one is tried as the border. */
function between(
  written: string,
  postings: readonly Posting[],
  known: ReadonlyMap<string, PartyId>,
  parties: Parameters<typeof lineage>[1],
): Posting[] | null {
  const text = written.toLowerCase();
  for (let at = text.indexOf("-"); at >= 0; at = text.indexOf("-", at + 1)) {
    const [from, to] = [known.get(text.slice(0, at)), known.get(text.slice(at + 1))];
    if (from === undefined || to === undefined) continue;
    const is = (party: PartyId | null, meant: PartyId): boolean =>
      party !== null && lineage(party, parties).includes(meant);
    return postings.filter((posting) => is(posting.from, from) && is(posting.to, to));
  }
  return null;
}

function postingJson(posting: Posting, due: { readonly low: number; readonly high: number | null } | null): object {
  const { id, deal, from, to, commodity, low, high, status, taken, claims } = posting;
  const text = (count: number | null): string | null => (count === null ? null : decimalText(commodity, count));
  return {
    ...{ id, deal, from, to, commodity, status },
    whole: { low: text(low), high: text(high) },
    due: due && { low: text(due.low), high: text(due.high) },
    assumed: taken.map(takenJson),
    claims,
  };
}

const oneFlow: Problem = {
  code: "one-flow",
  message: "capstack why takes one flow at a time.",
  fix: "capstack why deal-72b2/1@2026",
};

function noFlow(written: string): Problem {
  return {
    code: "unknown-flow",
    message: `there is no flow ${written} on these dates. A flow is a leg of a deal, or two companies with a hyphen between, and a time.`,
    fix: "capstack flows lists them: deal-72b2/1@2026, flows/OpenAI-AWS@2026",
  };
}

function notPosted(id: string, reason: string): Problem {
  return {
    code: "not-posted",
    message: `${id} is listed and not posted: ${reason}.`,
    fix: `capstack deal ${id.split("/")[0]}`,
  };
}

function nothingDue(written: string): Problem {
  return {
    code: "nothing-to-explain",
    message: `nothing of ${written.split("@")[0]} falls due in ${written.split("@")[1]}.`,
    fix: `capstack why ${written.split("@")[0]}`,
  };
}
