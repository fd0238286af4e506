/** `capstack url COMMAND…`: where on the page is what a command prints? */

import type { Problem } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { findClaim } from "../../store/claims.ts";
import { dealMeant } from "../../store/deal-meant.ts";
import { settledBook } from "../../store/settled-book.ts";
import { commandAddress, shownVerbs } from "../../views/command-address.ts";
import { nearest } from "../../views/suggest.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { runningAddress } from "../open/running.ts";
import { inBook } from "../open-book.ts";
import { readQuestion, readSide } from "../question.ts";
import type { Call, Outcome } from "../verb.ts";

const focused: ReadonlySet<string> = new Set(["network", "circles"]);

/** Runs it. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts, switches } = call;
  const [verb = "", ...rest] = operands[0] === "capstack" ? operands.slice(1) : operands;
  if (!(shownVerbs as readonly string[]).includes(verb)) return { misuse: noScreen(verb) };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const by = texts.by === undefined ? "unit" : readSide(call, "unit");
  if (typeof by === "object") return { misuse: by };

  return inBook(call, {}, async (book) => {
    const hash = await book.ask(async (inside) => {
      const { names, question } = await askedBook(inside, book.settings, asked);
      if (verb === "why") {
        const { claim } = await findClaim(inside, rest[0] ?? "");
        return `#/evidence/${names.document(claim.document)}?claim=${claim.id}`;
      }
      // A deal that is not there is refused here, not on the page.
      if (verb === "deal" && rest[0])
        await dealMeant(inside, rest[0], await settledBook(inside, book.settings.registers.parties, question));
      // The page knows a company of its picture by its id.
      const meant = focused.has(verb) ? rest.map((name) => companyNamed(names, name, verb)) : rest;
      const flags = { ...texts, ...(switches.has("obligations") ? { obligations: "" } : {}) };
      return commandAddress({ verb, operands: meant, flags })!;
    });
    const running = await runningAddress(book.folder);
    terminal.out(`${running ?? "http://127.0.0.1:4747/"}${hash}\n`);
    if (running === null) terminal.note(`The page is not open: ${book.command("open")}\n`);
    return exitCodes.done;
  });
}

function noScreen(verb: string): Problem {
  const near = nearest(verb, shownVerbs);
  return {
    code: "no-screen",
    message: `${verb === "" ? "a command is needed" : `no screen shows what capstack ${verb} prints`}.${near ? ` Did you mean ${near}?` : ""}`,
    fix: `capstack url ${near ?? "network OpenAI --firm signed"} (of ${shownVerbs.join(", ")})`,
  };
}
