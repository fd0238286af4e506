/**
 * Looks over passages before the reader learns from them: `node tools/check-passages.ts FILE…`.
 *
 * Tells lines that are no claims, roles and kinds that do not exist, figures that the line above does not hold, and parties that the text does
 * not name. A figure or name that stands there all the same is one that the reader cannot see: the line stays as it is.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Claim, claimKinds, metrics, statuses } from "../src/model/claim.ts";
import { documentOf } from "../src/model/document.ts";
import { partyIdOf } from "../src/model/id.ts";
import { parseChips, parseParties } from "../src/model/register.ts";
import { prepare } from "../src/reading/analyse.ts";
import { findQuantities } from "../src/reading/figures/find-quantities.ts";
import { rolesOf } from "../src/reading/learned/assign-roles.ts";
import { type NameIndex, nameIndex } from "../src/reading/names.ts";
import { type Annotated, passagesOf, readPassage } from "./train/annotated.ts";

const book = "examples/ai-economy";
const names = nameIndex({
  parties: parseParties(readFileSync(join(book, "parties.csv"), "utf8"), "parties.csv").value,
  chips: parseChips(readFileSync(join(book, "chips.csv"), "utf8"), "chips.csv").value,
});
let texts = 0;
let claims = 0;
let problems = 0;
for (const file of process.argv.slice(2))
  for (const source of passagesOf(readFileSync(file, "utf8"))) {
    const style = source.slice(0, source.indexOf("\n")).trim();
    const tell = (what: string): void => {
      problems++;
      console.log(`${file} @ ${style}: ${what}`);
    };
    let passage: Annotated;
    try {
      passage = readPassage(source.slice(source.indexOf("\n")));
    } catch (error) {
      tell((error as Error).message);
      continue;
    }
    texts++;
    claims += passage.gold.claims.length;
    for (const claim of [...passage.gold.claims, ...(passage.gold.optional ?? [])])
      for (const wrong of wrongs(claim, passage.text, names)) tell(`${wrong} · ${claim.quote.slice(0, 90)}`);
  }
console.log(`${texts} texts, ${claims} claims, ${problems} to look at`);

/** What does not fit about a claim. */
function wrongs(claim: Claim, text: string, registered: NameIndex): string[] {
  if (!claimKinds.includes(claim.kind)) return [`no kind "${claim.kind}"`];
  const found: string[] = [];
  if (!statuses.includes(claim.status)) found.push(`no status "${claim.status}"`);
  if ((claim.kind === "metric") !== (claim.metric !== null)) found.push("only a metric has the name of one");
  if (claim.metric !== null && !metrics.includes(claim.metric)) found.push(`no metric "${claim.metric}"`);
  for (const [role, party] of Object.entries(claim.roles)) {
    if (!rolesOf[claim.kind].includes(role) && !/-\d+$/.test(role)) found.push(`${claim.kind} has no role "${role}"`);
    if (!named(party, text, registered)) found.push(`the text does not name ${party}`);
  }
  const { amount } = claim;
  if (amount) {
    const quantities = prepare(documentOf(claim.quote), registered, () => false).read.flatMap(({ tokens }) =>
      findQuantities(tokens, () => false),
    );
    if (!quantities.some(({ min, max }) => close(min, amount.min) && close(max, amount.max)))
      found.push(`${amount.min ?? ""}..${amount.max ?? ""} ${amount.unit} is not seen in the line`);
  }
  return found;
}

function named(party: string, text: string, { byName, parties }: NameIndex): boolean {
  const id = partyIdOf(party);
  const plain = `-${partyIdOf(text)}-`;
  if (plain.includes(`-${id}-`) || parties.has(id)) return true;
  return [...byName].some(([name, one]) => one === id && plain.includes(`-${partyIdOf(name)}-`));
}

function close(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 0.005 * Math.abs(b);
}
