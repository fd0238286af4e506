/** Verbs: every form of those that matter, with its lemma. Enough of English to tell a verb group from a noun. */

import { patterns } from "./patterns/all.ts";

export type VerbForm = "base" | "s" | "past" | "participle" | "ing";

export interface VerbReading {
  readonly lemma: string;
  readonly forms: readonly VerbForm[];
}

// Regular verbs; their forms follow from the rules of spelling.
const regular =
  "abandon act admit allot annul approach arrive attach average axe bail ban believe carve clarify clear climb consult correct crash curtail declare determine dilute dip dissolve distribute ditch drop dump ease energise entrust " +
  "establish exchange execute expose fill fix flag flip follow found hail halve hunt improve incorporate inform initial invite lapse leap lure match mention nab narrow nix open oust pause pencil plunge pounce prefer rally register remove rename " +
  "reply resign restart resume sanction seize shift shorten slam slip slump snub soar spark submit suffer surge telephone touch treat upsize vary visit vow wish " +
  "accept accelerate account acknowledge acquire add adopt advise affirm aim align allocate allow amend amount announce answer appear apply appoint approve argue arrange ask assemble assign assume attract award " +
  "back backstop balk bankroll bar base belong bet block boast boost borrow bundle call cancel cap carry cease challenge change charge cite claim clinch close co-lead collapse combine command commit communicate compare compel compete " +
  "complete comprise concede conclude confirm connect consider consist constitute consume contain contemplate continue contract contribute control convert cost count cover create cross cut debut decide decline deliver demand deny depend deploy derive describe design " +
  "detail develop disburse disclose discontinue discuss dismiss dispute divest dominate donate double earmark earn elect eliminate embark employ encourage end endorse enlarge engage ensure enter envisage equip erect estimate evaluate " +
  "examine exceed exclude exercise exit expand expect expire explain explore extend eye face fail fetch file finalise finalize finance fine float focus force forecast form fund furnish gain gather generate grant guarantee guide halt handle happen head " +
  "help hire host house imply include increase indicate inject install instal insist intend introduce invest involve issue join jump justify label lack land lapse launch lease lease level leverage license licence lift limit link list load lock look lower maintain manage mandate " +
  "mark market mature merge migrate miss move name near need negotiate note notice notify object oblige obtain occupy offer operate oppose opt order outline outsource overtake owe own participate pair part pass pencil permit persuade pick place plan play plough pledge plow point ponder post postpone " +
  "pour power predict prepare present press prevent price process procure produce promise prompt propose provide publish pull pump purchase pursue push put qualify question quote raise range rank rate reach reaffirm realise realize receive recognise recognize reckon record recount redeem reduce refer refinance refuse reject " +
  "release rely remain renew renegotiate rent replace report represent request require rescue reserve resolve respond restructure retain return reveal rule satisfy save scale schedule scrap secure select separate serve service settle shelve ship show sign slash snap source speculate split sponsor spur stage start state stay step stop store stress " +
  "strike-out structure subscribe sue suggest supply support surpass surrender survive suspend switch syndicate talk tap target tender terminate test tie top total tout trade train transfer transition treble trigger triple trail trim turn underpin unveil update upgrade urge use utilise utilize value veto vie view vote wait waive walk want warn watch weigh welcome widen " +
  "wire total accrue accumulate afford allege allot anchor assess assure authorise authorize boast broaden broker bolster cede collect commission confer confirm consent construct consume court deepen defend defer delay deny designate devote disavow downplay draft dub emerge enable enlist entail escalate explore fabricate field finish gear grade haggle hand harbour hint hook hover hope identify incur infuse insure " +
  "invoice kick kill lag license lobby mull near nominate nudge occur oversee oversubscribe pack park partner peg perform pilot plant poise possess power prolong protest purport quash quell rebuff rebut recall recapitalise reclaim recruit refute reiterate relinquish rely rescind reshape retire revise rival roll round rumour rumor sample scoop scupper shut shun snag sour spearhead spurn stake stipulate stockpile stumble subject sublet surface swap table team telegraph tighten tip tour trickle trumpet tumble unlock validate vend vest void voice volunteer wager woo wrap yield zero";
const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  be: ["was", "been"],
  have: ["had", "had"],
  do: ["did", "done"],
  buy: ["bought", "bought"],
  sell: ["sold", "sold"],
  pay: ["paid", "paid"],
  put: ["put", "put"],
  take: ["took", "taken"],
  give: ["gave", "given"],
  get: ["got", "got"],
  make: ["made", "made"],
  hold: ["held", "held"],
  lend: ["lent", "lent"],
  spend: ["spent", "spent"],
  lose: ["lost", "lost"],
  win: ["won", "won"],
  strike: ["struck", "struck"],
  bring: ["brought", "brought"],
  build: ["built", "built"],
  run: ["ran", "run"],
  begin: ["began", "begun"],
  become: ["became", "become"],
  come: ["came", "come"],
  go: ["went", "gone"],
  say: ["said", "said"],
  tell: ["told", "told"],
  see: ["saw", "seen"],
  know: ["knew", "known"],
  think: ["thought", "thought"],
  lead: ["led", "led"],
  leave: ["left", "left"],
  keep: ["kept", "kept"],
  rise: ["rose", "risen"],
  fall: ["fell", "fallen"],
  grow: ["grew", "grown"],
  draw: ["drew", "drawn"],
  withdraw: ["withdrew", "withdrawn"],
  drive: ["drove", "driven"],
  write: ["wrote", "written"],
  underwrite: ["underwrote", "underwritten"],
  undertake: ["undertook", "undertaken"],
  set: ["set", "set"],
  let: ["let", "let"],
  cut: ["cut", "cut"],
  bet: ["bet", "bet"],
  bid: ["bid", "bid"],
  burn: ["burned", "burned"],
  sink: ["sank", "sunk"],
  seek: ["sought", "sought"],
  find: ["found", "found"],
  meet: ["met", "met"],
  mean: ["meant", "meant"],
  send: ["sent", "sent"],
  stand: ["stood", "stood"],
  sit: ["sat", "sat"],
  swell: ["swelled", "swollen"],
  show: ["showed", "shown"],
  break: ["broke", "broken"],
  choose: ["chose", "chosen"],
  tear: ["tore", "torn"],
  turn: ["turned", "turned"],
  feel: ["felt", "felt"],
  rent: ["rented", "rented"],
  spin: ["spun", "spun"],
  feed: ["fed", "fed"],
  lay: ["laid", "laid"],
  catch: ["caught", "caught"],
  teach: ["taught", "taught"],
  throw: ["threw", "thrown"],
  shrink: ["shrank", "shrunk"],
  slip: ["slipped", "slipped"],
  forgo: ["forwent", "forgone"],
  wind: ["wound", "wound"],
  unwind: ["unwound", "unwound"],
  shed: ["shed", "shed"],
  read: ["read", "read"],
  wear: ["wore", "worn"],
  hit: ["hit", "hit"],
  plead: ["pleaded", "pleaded"],
  swear: ["swore", "sworn"],
  ink: ["inked", "inked"],
  overtake: ["overtook", "overtaken"],
  outbid: ["outbid", "outbid"],
  understand: ["understood", "understood"],
  hear: ["heard", "heard"],
  speak: ["spoke", "spoken"],
  shut: ["shut", "shut"],
  fight: ["fought", "fought"],
  fly: ["flew", "flown"],
  forecast: ["forecast", "forecast"],
  cost: ["cost", "cost"],
  plan: ["planned", "planned"],
  beat: ["beat", "beaten"],
  slide: ["slid", "slid"],
  quit: ["quit", "quit"],
  repay: ["repaid", "repaid"],
  prepay: ["prepaid", "prepaid"],
  resell: ["resold", "resold"],
  forget: ["forgot", "forgotten"],
  learn: ["learned", "learnt"],
};
const spellings: Readonly<Record<string, string>> = {
  finalize: "finalise",
  realize: "realise",
  recognize: "recognise",
  utilize: "utilise",
  licence: "license",
  instal: "install",
  plow: "plough",
  rumor: "rumour",
  authorize: "authorise",
};
// Contractions that stand as one token.
const contractions: Readonly<Record<string, readonly [lemma: string, form: VerbForm]>> = {
  is: ["be", "s"],
  are: ["be", "s"],
  am: ["be", "s"],
  "'re": ["be", "s"],
  were: ["be", "past"],
  has: ["have", "s"],
  does: ["do", "s"],
  "isn't": ["be", "s"],
  "aren't": ["be", "s"],
  "wasn't": ["be", "past"],
  "weren't": ["be", "past"],
  "hasn't": ["have", "s"],
  "haven't": ["have", "base"],
  "hadn't": ["have", "past"],
  "doesn't": ["do", "s"],
  "don't": ["do", "base"],
  "didn't": ["do", "past"],
  "it's": ["be", "s"],
  "we've": ["have", "base"],
  "they've": ["have", "base"],
  "we're": ["be", "s"],
  "they're": ["be", "s"],
  "i've": ["have", "base"],
  "i'm": ["be", "s"],
  "that's": ["be", "s"],
  "you've": ["have", "base"],
};
export const modals = new Set(
  "will would could may might can should shall must won't wouldn't couldn't can't cannot shan't we'll they'll it'll he'll i'll we'd they'd".split(
    " ",
  ),
);
const doubled = new Set(
  "plan cut bet bid put ship scrap tap stop top trim cap bar let refer commit permit transfer swap snap wrap slip peg tip confer occur incur equip program submit admit split".split(
    " ",
  ),
);

/** Verbs whose last letter British texts double and American ones do not: "cancelled", "canceled". */
const doubledAbroad = new Set("cancel total signal pencil initial channel fuel label travel".split(" "));

const table = build();

/** What verb a word can be, if any. */
export function verbReading(lower: string): VerbReading | undefined {
  return table.get(lower);
}

function build(): Map<string, VerbReading> {
  const readings = new Map<string, { lemma: string; forms: VerbForm[] }>();
  const add = (word: string, lemma: string, form: VerbForm): void => {
    const name = spellings[lemma] ?? lemma;
    const entry = readings.get(word);
    if (entry?.lemma === name) entry.forms.push(form);
    else if (!entry) readings.set(word, { lemma: name, forms: [form] });
  };
  for (const [word, [lemma, form]] of Object.entries(contractions)) add(word, lemma, form);
  for (const [lemma, [past, participle]] of Object.entries(irregular)) {
    add(lemma, lemma, "base");
    add(withS(lemma), lemma, "s");
    add(past, lemma, "past");
    add(participle, lemma, "participle");
    add(withIng(lemma), lemma, "ing");
  }
  for (const lemma of regular.split(" ")) {
    if (irregular[lemma] || lemma.includes("-")) continue;
    add(lemma, lemma, "base");
    add(withS(lemma), lemma, "s");
    for (const past of doubledAbroad.has(lemma) ? [withEd(lemma), `${lemma}led`] : [withEd(lemma)]) {
      add(past, lemma, "past");
      add(past, lemma, "participle");
    }
    add(withIng(lemma), lemma, "ing");
    if (doubledAbroad.has(lemma)) add(`${lemma}ling`, lemma, "ing");
  }
  // What a pattern names as its verb is a verb, whether it stands above or not.
  for (const lemma of patterns.flatMap(({ verb }) => verb?.split(" ") ?? [])) {
    if (readings.has(lemma) || lemma.includes("-")) continue;
    add(lemma, lemma, "base");
    add(withS(lemma), lemma, "s");
    add(withEd(lemma), lemma, "past");
    add(withEd(lemma), lemma, "participle");
    add(withIng(lemma), lemma, "ing");
  }
  return readings;
}

function withS(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function withEd(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubles(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function withIng(verb: string): string {
  if (verb === "be") return "being";
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doubles(verb) || /^(?:get|run|win|sit|begin|spin|cut|put|set|let|bet|bid|hit|shut)$/.test(verb)
    ? `${verb}${verb.at(-1)}ing`
    : `${verb}ing`;
}

/** "outfit" becomes "outfitted": a short last syllable under stress doubles its consonant. */
function doubles(verb: string): boolean {
  return (
    doubled.has(verb) ||
    /^[^aeiou]*[aeiou][bdgklmnprt]$|(?:outfit|refit|(?:com|per|sub|ad|trans|o)mit|(?:re|con|trans|de|pre|in)fer|cur)$/.test(
      verb,
    )
  );
}
