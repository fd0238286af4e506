/** How a statement is made: as done, signed, announced, talked about, denied, expected; hedged, conditional; by whom. */

import type { ClaimKind, Status } from "../model/claim.ts";
import type { Match } from "./match.ts";
import { clauseText } from "./matching/site.ts";
import type { Parsed, VerbGroup } from "./syntax.ts";

export interface Mood {
  readonly status: Status;
  readonly conditional: boolean;
  readonly hedged: boolean;
}

const denied =
  /\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)? (?:reports?|claims?|suggestions?|speculation|rumou?rs|talk|as|a report|the report)|rejected by \w+ as|disput(?:e|ed|es)|baseless|untrue|not true|no truth|unfounded|false|fake news|rubbish|freely invented|invented|dismiss(?:ed|es)|refut(?:ed|es)|rebuff(?:ed|s) reports|without foundation|wide of the mark|incorrect(?:ly)?|wrongly|misstated|misreported|should have (?:said|read)|not for sale|has not bought|have not been talking|no such)\b/;
const endedVerbs =
  /^(?:terminate|cancel|scrap|abandon|withdraw|drop|shelve|end|lapse|expire|collapse|waive|relinquish|surrender|discontinue|rescind|unwind|lose|quash|postpone|halt|suspend|revoke|axe|exit|divest|nix|void)$/;
const endedText =
  /\b(?:lapsed|called off|walk(?:ed|s|ing)? away|fell through|fallen through|pulled out|pulls? out|backed out|backs out|gave up|given up|giving up|gives up|no longer|was turned down|turned (?:it )?down|voted (?:it )?down|tore|torn up|tear(?:s)? up|got cold feet|came to nothing|moved on|pulled (?:the|its)|pulls ipo|pulls its|broke off|broken off|has expired|had expired|expired|was abandoned|then abandoned|were abandoned|has collapsed|was cancelled|were cancelled|was canceled|was scrapped|was terminated|is dead|did not go ahead|was rejected by|were rejected|was withdrawn|was dropped|sold out|sold its entire|disposed of)\b/;
const talksText =
  /\b(?:in (?:\w+ )?(?:\w+ )?(?:talks|discussions|negotiations)|(?:opened|holding|held|entered) (?:\w+ )?(?:talks|negotiations|discussions)|talks? (?:with|to|about|over|on)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|explor(?:e|es|ed|ing)|ey(?:e|es|ed|eing)|seek(?:s|ing)?|sought|discuss(?:es|ed|ing)?|under discussion|negotiat(?:e|es|ing)|haggl(?:e|es|ing)|propos(?:e|es|ed|ing|al)|potential(?:ly)?|encourag(?:e|es|ed|ing)|compel(?:s|led|ling)?|mandat(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|persuad(?:e|es|ed|ing)|possible|possibly|prospective|rumou?r(?:ed|s)?|could|might|may|would|prepar(?:e|es|ing)|is trying|trying to|tries to|hopes? to|hoping to|interested in|in the running|circling|courting|approached|pencil(?:led|ed)|shopping for|looking (?:to|for|at)|early stages?|preliminary|planned|pitch(?:ing|ed)|bankers say|reportedly weighing|street chatter|sounding out|is near|nearing|close to (?:a|signing|agreeing|closing|buying|investing|raising)|on the verge|wants (?:a|to)|has offered|have offered|made an offer|bid(?:s|ding)? for|asked (?:\w+ )?for|plans? (?:to|for|a|an)|planning|intend(?:s|ed)? to|aims? to|subject to|tentative|in the works|mooted|floated|reported(?:ly)? (?:\$|€|£|interest|plan|investment|deal))\b/;
const announcedText =
  /\b(?:will|shall|agree(?:d|s|ing)?|announc(?:e|es|ed|ing|ement)|unveil(?:s|ed|ing)?|is to|are to|was to|were to|pledg(?:e|es|ed|ing)|letter of intent|memorandum|set to|due to|scheduled|plans to|intends? to|approved|earmark(?:ed|s)|undertook|undertaken|promised|is putting|are putting|commit to|commits to|going into|to be delivered|about to|is building|to build|has said|expects to|expected to|slated|sanction(?:ed)? letter|in principle|term sheet|non-binding|provisional|raised its planned|put aside|picked|chosen)\b/;
const signedText =
  /\b(?:sign(?:ed|s|ing)?|enter(?:ed|s)? into|order(?:ed|s)?|contract(?:ed|s)?|has committed|have committed|had committed|committed (?:to|up)|secured|locked in|definitive|binding|inked|awarded|won|wins|placed an order|underwritten|in force|renewed|undrawn|reserved|booked|struck)\b/;
const forecastText =
  /\b(?:expect(?:s|ed|ing|ation|ations)?|forecast(?:s|ing)?|project(?:s|ed|ion|ions)?|predict(?:s|ed|ing)?|guid(?:e|ed|ance|es|ing)|target(?:s|ed|ing)?|reckon(?:s|ed)?|estimat(?:e|es|ed) (?:that )?(?:\w+ ){0,4}(?:will|would)|sees|we now see|see .* for|will|would|outlook|aim(?:s|ed|ing)?|by (?:the end of )?20[2-4]\d|plan for|the plan|hope(?:s|d)?|anticipat(?:e|es|ed|ing)|consensus|should|set to|on track|budget(?:ed|s)?|likely|envisag(?:e|es|ed)|goal|in line for|told shareholders|told investors)\b/;
const hedgedText =
  /\b(?:reported(?:ly)?|rumou?r(?:ed|s)?|sources?|people familiar|person familiar|insiders?|according to|said to be|believed|understood|alleged(?:ly)?|chatter|apparently|whisper|bankers say|so it is heard|people say|is said|are said|it seems|unconfirmed)\b/;
const conditionalText =
  /\b(?:if|should (?:the|a|it|they)|unless|provided that|subject to|assuming|in the event|(?<!\bat )once|contingent|conditional)\b/;

/** The mood of a match within its sentence. */
export function moodOf(match: Match, parsed: Parsed): Mood {
  const { pattern, group, noun } = match;
  const clause = clauseText(parsed, match.clause[0], match.clause[1]);
  const sentence = clauseText(parsed, 0, parsed.tokens.length);
  const before = clauseText(parsed, 0, match.first);
  const governors = chain(group);
  const words =
    governors.length > 0 ? clauseText(parsed, Math.max(0, governors.at(-1)!.first - 4), governors[0]!.next) : "";
  const around =
    noun !== null
      ? clauseText(parsed, Math.max(0, Math.min(match.first, noun) - 2), Math.min(parsed.tokens.length, noun + 4))
      : "";
  const conditional = conditionalText.test(before.slice(-90)) || conditionalText.test(clause);
  const hedged = hedgedText.test(sentence);
  return {
    status: statusOf(pattern.kind, pattern.status, {
      clause,
      sentence,
      before,
      words,
      around,
      group,
      governors,
      noun,
      conditional,
    }),
    conditional,
    hedged,
  };
}

interface Words {
  readonly clause: string;
  readonly sentence: string;
  readonly before: string;
  /** The verbs that govern the statement, with what stands right before them. */
  readonly words: string;
  /** The words next to the noun. */
  readonly around: string;
  readonly group: VerbGroup | null;
  readonly governors: readonly VerbGroup[];
  readonly noun: number | null;
  readonly conditional: boolean;
}

/** The group and those that govern it, nearest first. */
function chain(group: VerbGroup | null): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = group; at !== null && groups.length < 4; at = at.governor) {
    if (groups.length > 0 && groups.at(-1)!.finite) break;
    groups.push(at);
  }
  return groups;
}

const figureKinds: ReadonlySet<ClaimKind> = new Set(["metric", "valuation", "dependence"]);

function statusOf(kind: ClaimKind, plain: Status, words: Words): Status {
  if (denied.test(words.sentence) && !/\bnot denied\b|denied comment|declined/.test(words.sentence)) return "denied";
  if (
    kind !== "metric" &&
    (words.governors.some((one) => endedVerbs.test(one.lemma) && !(one.lemma === "exit" || one.lemma === "lose")) ||
      endedText.test(words.clause))
  )
    return "ended";
  if (words.group?.negated && kind !== "metric") return plain === "completed" || plain === "signed" ? "denied" : plain;
  if (figureKinds.has(kind)) return figureStatus(kind, plain, words);
  const mood = `${words.words} ${words.around}`;
  if (plain === "ended" || plain === "denied") return plain;
  if (
    talksText.test(mood) ||
    /\b(?:if|should|were)\b/.test(words.before.slice(-40)) ||
    (words.conditional && /\b(?:would|could|may|might)\b/.test(words.clause))
  )
    return "talks";
  if (kind === "ipo" && forecastText.test(mood)) return "forecast";
  if (announcedText.test(mood) && plain !== "talks")
    return signedText.test(words.words) && !/letter of intent|will|memorandum/.test(mood) ? "signed" : "announced";
  if (signedText.test(words.words) && plain !== "talks" && kind !== "financing" && kind !== "investment")
    return "signed";
  if (signedText.test(words.words) && plain === "announced") return "signed";
  return plain;
}

function figureStatus(kind: ClaimKind, plain: Status, words: Words): Status {
  const mood = `${words.words} ${words.around} ${words.before.slice(-60)}`;
  if (kind === "valuation") {
    if (/\b(?:would|could|might|may|if|potential|talks|seeking|discuss\w*|propos\w*)\b/.test(`${mood} ${words.clause}`))
      return "talks";
    return /\b(?:forecast|expects?|will|target)\b/.test(mood) ? "forecast" : plain;
  }
  if (plain !== "completed") return plain;
  if (forecastText.test(mood)) return "forecast";
  return plain;
}

const outlet = "(?:[Tt]he )?((?:[A-Z][\\w’'&-]+ ?){1,4}(?:of [A-Z]\\w+)?)";
const reporters: readonly RegExp[] = [
  new RegExp(
    `${outlet}(?:first |had |has )*(?:reported(?= (?:that|on|in|last|earlier|first|yesterday|this|late)\\b|[,.:]|$)|broke the news|was first to report)`,
  ),
  new RegExp(`\\b(?:first )?reported (?:first )?by ${outlet}`),
  new RegExp(`\\b(?:told|according to) ${outlet}`),
  /\[([A-Z][\w ]{1,24}?) ?↗\]/,
];
const speakers: readonly RegExp[] = [
  /(?:said|says|according to) ((?:[A-Z][\w.’'-]+ ?){1,4})/,
  /((?:[A-Z][\w.’'-]+ ){1,4})(?:said|says|told|argues|reckons|confirmed|acknowledged|denied)\b/,
  /((?:two|three|four|several)? ?(?:people|persons?|sources?|insiders|bankers|analysts) (?:familiar with|with knowledge of|briefed on|close to) [\w ]{3,30}?(?= (?:said|say|says|told)\b|[.,;]|$)|multiple reports|insiders|analysts|bankers)/i,
];
const noOutlet = /^(?:the|it|he|she|they|in|on|a|an|and|but|that|this|as|if|for|one|both|two|three|us|we|you|me)$/i;

/** Who says it and who reported it first, where the sentence tells. Names are as written. */
export function attribution(sentence: string): { saidBy: string | null; origin: string | null } {
  return { saidBy: firstOf(speakers, sentence), origin: firstOf(reporters, sentence) };
}

function firstOf(patterns: readonly RegExp[], sentence: string): string | null {
  for (const pattern of patterns) {
    const found = pattern
      .exec(sentence)?.[1]
      ?.trim()
      .replace(/[’']s$/, "");
    if (found && !noOutlet.test(found)) return found;
  }
  return null;
}
