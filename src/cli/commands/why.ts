/** `capstack why`: what does this rest on? From a claim, or from a finding of the demo, to the words of a document. */

import { rivalsOf } from "../../deals/conflicts.ts";
import { claimsBehind, type Finding, firstFindings } from "../../deals/findings.ts";
import { type AskedDocuments, askedDocuments } from "../../store/asked-book.ts";
import { claimsOfIds, findClaim } from "../../store/claims.ts";
import { conflictsOfClaims } from "../../store/conflicts.ts";
import { appearancesOf, findDocument } from "../../store/documents.ts";
import { refuse } from "../../store/fault.ts";
import { readerOf } from "../../store/readings.ts";
import { decisionsOn } from "../../store/review.ts";
import { shortIds } from "../../store/short-ids.ts";
import type { Book } from "../../store/tables.ts";
import { claimJson } from "../../views/claim-json.ts";
import { otherwiseText } from "../../views/deal-rows.ts";
import { listedJson } from "../../views/listed-claims.ts";
import { quoteContext } from "../../views/quote-context.ts";
import { listed } from "../book-claims.ts";
import { bookFindings } from "../book-findings.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { readQuestion } from "../question.ts";
import { findingWhyText, type WhyClaim, whyText } from "../render/why.ts";
import type { Call, Outcome } from "../verb.ts";
import { isFlowId, run as runOnFlow } from "./why-flow.ts";

/** Runs `capstack why ID…`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  if (operands.length === 0) return { misuse: noId };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };

  if (operands.some(isFlowId)) return runOnFlow(call);
  if (operands[0]!.startsWith("circle-")) return (await import("./circles.ts")).run(call);
  const other = /^(deal|k)-/.exec(operands[0]!)?.[1];
  if (other !== undefined) {
    if (operands.some((id) => !id.startsWith(`${other}-`))) return { misuse: oneSort };
    const command = other === "deal" ? await import("./deal.ts") : await import("./conflicts.ts");
    return command.run(call);
  }

  return inBook(call, {}, async (book) => {
    const { around, answers } = await book.ask(async (inside) => {
      const around = await askedDocuments(inside, book.settings, asked);
      const answers: Answer[] = [];
      for (const id of operands)
        answers.push(
          isNumber(id)
            ? await findingBehind(inside, Number(id), book, around)
            : await claimBehind(inside, id, book, around),
        );
      return { around, answers };
    });
    if (switches.has("json"))
      printJson(terminal, { schema: "capstack/why/1", data: around.data, rows: answers.map(answerJson), problems: [] });
    else
      terminal.out(
        answers
          .map((answer) =>
            answer.is === "claim" ? whyText(answer, terminal) : findingWhyText(answer, around.names, terminal),
          )
          .join("\n"),
      );
    return exitCodes.done;
  });
}

const noId = {
  code: "no-id",
  message: "capstack why needs the id of a claim, or the number of a finding.",
  fix: "capstack claims lists the ids",
};

const oneSort = {
  code: "ids-of-one-sort",
  message: "capstack why takes ids of claims, of deals or of conflicts, one sort at a time.",
  fix: "capstack why deal-1aae",
};

type Answer = WhyClaim | WhyFinding;

export interface WhyFinding {
  readonly is: "finding";
  readonly number: number;
  readonly finding: Finding;
  readonly claims: readonly WhyClaim[];
}

/** Findings have numbers below ten; ids of claims are hexadecimal and longer. */
function isNumber(id: string): boolean {
  return /^\d$/.test(id);
}

async function claimBehind(book: Book, id: string, open: OpenBook, around: AskedDocuments): Promise<WhyClaim> {
  const { names, question } = around;
  const standing = await findClaim(book, id);
  const { claim, reading } = standing;
  const { text, shown } = await findDocument(book, claim.document);
  const conflicts = await conflictsOfClaims(book, open.settings.registers.parties, question, [claim]);
  const rivals = rivalsOf(claim.id, conflicts);
  const others = await claimsOfIds(
    book,
    rivals.map((rival) => rival.claim),
  );
  const ids = await shortIds(
    book,
    [claim, ...others.map((other) => other.claim)].map((each) => each.id),
  );
  return {
    is: "claim",
    listed: listed(standing, conflicts, names),
    ids,
    context: quoteContext(text, claim.span),
    document: shown,
    appearances: await appearancesOf(book, claim.document),
    read: await readerOf(book, reading),
    decisions: await decisionsOn(book, claim.id),
    rivals: others.map((other, index) => ({
      listed: listed(other, conflicts, names),
      otherwise: otherwiseText(rivals[index]!),
    })),
  };
}

/** A finding as the demo numbers them, from the claims that the book has now. */
async function findingBehind(book: Book, number: number, open: OpenBook, around: AskedDocuments): Promise<WhyFinding> {
  const findings = firstFindings((await bookFindings(book, open, around)).findings);
  const finding = findings[number - 1];
  if (!finding) return refuse(noFinding(number, findings.length));
  const behind: WhyClaim[] = [];
  for (const { id } of claimsBehind(finding)) behind.push(await claimBehind(book, id, open, around));
  return { is: "finding", number, finding, claims: behind };
}

function noFinding(number: number, known: number) {
  return {
    code: "no-such-finding",
    message: `There is no finding ${number}: this book has ${known} of them.`,
    fix: "capstack claims lists the ids of claims",
  };
}

function answerJson(answer: Answer): object {
  if (answer.is === "finding") {
    const { number, finding, claims } = answer;
    return { finding: number, kind: finding.kind, claims: claims.map(answerJson) };
  }
  const { listed, context, document, appearances, read, decisions, rivals } = answer;
  return {
    claim: listedJson(listed),
    sentence: { span: context.sentence, before: context.before, after: context.after },
    document: {
      id: document.id,
      title: document.title,
      publisher: document.publisher,
      url: document.url,
      published: document.published,
      received: document.received,
      file: document.file,
      appearances,
    },
    reader: read,
    decisions,
    rivals: rivals.map(({ listed }) => claimJson(listed.row.claim)),
  };
}
