/** Which phrases of several words name the place of an argument: "led by", "in exchange for"? */

const joins: readonly (readonly [string, string])[] = [
  ["led by", "led"],
  ["headed by", "led"],
  ["arranged by", "led"],
  ["co-led by", "led"],
  ["anchored by", "led"],
  ["backed by", "led"],
  ["spearheaded by", "led"],
  ["underwritten by", "led"],
  ["provided by", "by"],
  ["supplied by", "by"],
  ["issued by", "by"],
  ["worth", "worth"],
  ["valued at", "worth"],
  ["totalling", "worth"],
  ["totaling", "worth"],
  ["in exchange for", "exchange"],
  ["in return for", "exchange"],
  ["in return", "return"],
  ["in which", "which"],
  ["on behalf of", "behalf"],
  ["such as", ""],
  ["according to", "according"],
  ["instead of", "instead"],
  ["rather than", "instead"],
  ["due to", "due"],
  ["because of", "because"],
  ["up to", ""],
  ["owed to", "to"],
  ["owed by", "owed"],
  ["along with", "with"],
  ["together with", "with"],
  ["participation from", "participation"],
  ["participation by", "participation"],
  ["participation of", "participation"],
  ["compared with", "instead"],
  ["compared to", "instead"],
  ["with participation", "participation"],
  ["subject to", "condition"],
];

/** The phrases by their first word: their words and the place that they name. */
export const joinsByFirst = new Map<string, (readonly [readonly string[], string])[]>();
for (const [phrase, role] of joins) {
  const words = phrase.split(" ");
  joinsByFirst.set(words[0]!, [...(joinsByFirst.get(words[0]!) ?? []), [words, role]]);
}
