import assert from "node:assert/strict";
import { test } from "node:test";
import { trainedWeights } from "../../intake/trained-reader.ts";
import { documentOf } from "../../model/document.ts";
import type { PartyId } from "../../model/id.ts";
import { partyOf } from "../../model/party.ts";
import { prepare } from "../analyse.ts";
import { networkOf } from "../learned/network.ts";
import { partyJudge, vocabularyOf } from "../learned/reader-networks.ts";
import { type NamingRegisters, nameIndex } from "../names.ts";
import { findMentions } from "./find-mentions.ts";

const registers: NamingRegisters = {
  parties: [
    partyOf("openai", "OpenAI", "lab", { descriptors: ["the ChatGPT maker"], products: ["ChatGPT"] }),
    partyOf("amazon", "Amazon", "cloud", { aliases: ["Amazon.com"] }),
    partyOf("aws", "AWS", "cloud", { parent: "amazon" as PartyId, aliases: ["Amazon Web Services"] }),
    partyOf("nvidia", "Nvidia", "chipmaker", { aliases: ["Nvdia", "Nividia"] }),
    partyOf("digital-realty", "Digital Realty", "datacenter"),
    partyOf("together", "Together AI", "neocloud", { aliases: ["Together"], careful: ["Together"] }),
  ],
  chips: [],
};
const index = nameIndex(registers);
const { names: trained, words } = trainedWeights();
const judge = partyJudge(networkOf(trained), null, vocabularyOf(words));

/** The party and the words of each mention, in the order of the text. */
function mentions(text: string): (readonly [party: string, words: string])[] {
  const { read, names } = prepare(documentOf(text), index, () => false);
  findMentions(read, names, judge);
  return read.flatMap(({ mentions, tokens }) =>
    mentions.map((one) => [one.party, text.slice(tokens[one.first]!.start, tokens[one.next - 1]!.end)] as const),
  );
}

const parties = (text: string): string[] => [...new Set(mentions(text).map(([id]) => id))];

test("a registered name is its party wherever it stands, a possessive left outside", () => {
  assert.deepEqual(mentions("OpenAI's contract with AWS is large."), [
    ["openai", "OpenAI"],
    ["aws", "AWS"],
  ]);
});

test("aliases and misspellings are the name that is meant", () => {
  assert.deepEqual(parties("Amazon.com sells chips to Nvdia."), ["amazon", "nvidia"]);
  assert.deepEqual(parties("They rent from Amazon Web Services."), ["aws"]);
});

test("a registered name of company words behind a name is part of that name", () => {
  assert.deepEqual(parties("A tenant left Corsham Digital Realty last year."), ["corsham-digital-realty"]);
  assert.deepEqual(parties("A tenant left Digital Realty last year."), ["digital-realty"]);
});

test("a company may be called after its chips, and its chips are none", () => {
  assert.deepEqual(parties("Palisade GPU owes us $19 million."), ["palisade-gpu"]);
  assert.deepEqual(parties("Ridgeline GPU, of Salt Lake City, borrowed $3 million."), ["ridgeline-gpu"]);
  assert.ok(
    !parties("Halyard Labs signed with Nvidia for its Orinoco GPU, of which it has 300.").includes("orinoco-gpu"),
  );
  assert.ok(!parties("Halyard Labs bought its Palisade GPU clusters from Nvidia.").includes("palisade-gpu"));
});

test("what is set up for one purpose is no fuller name of whom it serves", () => {
  const text =
    "Kelvingrove Compute Bidco Limited owes HSBC $5 million. Kelvingrove Compute made a profit, and Kelvingrove hires.";
  assert.deepEqual(
    mentions(text).filter(([id]) => id.startsWith("kelvingrove")),
    [
      ["kelvingrove-compute-bidco", "Kelvingrove Compute Bidco Limited"],
      ["kelvingrove-compute", "Kelvingrove Compute"],
      ["kelvingrove-compute", "Kelvingrove"],
    ],
  );
  const lender =
    "Halden Ridge Compute Finance Ltd owes HSBC $5 million. Halden Ridge Compute made a profit of $3 million.";
  assert.ok(parties(lender).includes("halden-ridge-compute"));
});

test("a currency's code and a line's verb are no part of a name, a plain word before Capital is", () => {
  assert.ok(parties("It owed PKO BP PLN 320 million.").includes("pko-bp"));
  assert.deepEqual(parties("2023\n• Acquired Bitloom Systems, a compiler company"), ["bitloom-systems"]);
  const head = "Trellis Point Capital Corp - Third quarter 2026 - Prepared Remarks";
  assert.deepEqual(parties(`${head}\n\nWe lent $72 million.`), ["trellis-point-capital"]);
});

test("a capital that only a title or the head of a line gives makes no name", () => {
  const title = "Challenging Nvidia's Hegemony With Custom Chips";
  assert.deepEqual(parties(`${title}\n\nIt would challenge Nvidia in the market.`), ["nvidia"]);
  assert.deepEqual(parties("The deal:\n- Solidifies Amazon's control of the market."), ["amazon"]);
});

test("chips within a name are part of it where what owns them follows", () => {
  assert.deepEqual(parties("The notes of Halvard GPU Funding I Limited were sold."), ["halvard-gpu-funding-i"]);
  assert.deepEqual(parties("Creditors of Ridgeway GPU Cloud, Inc. met today."), ["ridgeway-gpu-cloud"]);
});

test("a bank may begin with an ordinal, also where a name without it stands elsewhere", () => {
  const text = "First Abu Dhabi Bank lent $2 billion to the firm. A listing in Abu Dhabi would follow.";
  assert.ok(parties(text).includes("first-abu-dhabi-bank"));
});

test("a quarter is no part of a name", () => {
  const text = "Brightvane Semiconductor Q2 FY2026 results\n\nBrightvane had revenue of $214 million.";
  assert.deepEqual(parties(text), ["brightvane-semiconductor"]);
});

test("a vehicle with a number of its own is not the company that it is called after", () => {
  const text =
    "Hollowell Systems borrowed.\n\nThe vehicle, Hollowell GPU Trust 2025-B, owns the chips that Hollowell uses. Hollowell leased them.";
  assert.deepEqual(
    mentions(text).map(([party]) => party),
    ["hollowell-systems", "hollowell-gpu-trust-2025-b", "hollowell-systems", "hollowell-systems"],
  );
});

test("the longest registered name counts: a unit stays itself", () => {
  assert.deepEqual(mentions("Amazon Web Services bought it from Amazon."), [
    ["aws", "Amazon Web Services"],
    ["amazon", "Amazon"],
  ]);
});

test("a description and a product of the register stand for their party", () => {
  assert.deepEqual(parties("Talks with the ChatGPT maker went on."), ["openai"]);
  assert.deepEqual(parties("Some 800 million people use ChatGPT each week."), ["openai"]);
});

test("a name that is an ordinary word is a party with a capital alone, and never in lower case", () => {
  assert.deepEqual(parties("The labs work together with them."), []);
  assert.deepEqual(parties("Investors valued Together at $3 billion."), ["together"]);
});

test("a registered name with a company word behind it is another organisation", () => {
  assert.deepEqual(parties("Nvidia Capital Partners LLC agreed to lend $50 million to OpenAI."), [
    "nvidia-capital-partners",
    "openai",
  ]);
});

test("an organisation that no register holds is found by its legal form, which its id drops", () => {
  assert.deepEqual(parties("Solvane Systems, Inc. signed a contract with Nvidia for chips."), [
    "solvane-systems",
    "nvidia",
  ]);
  assert.deepEqual(parties("Nvidia sold chips to Quellmark GmbH for $40 million."), ["nvidia", "quellmark"]);
});

test("an organisation without a legal form is found by what is said of it", () => {
  assert.deepEqual(parties("Brightmere, a London start-up, raised $300 million from Amazon."), [
    "brightmere",
    "amazon",
  ]);
  assert.deepEqual(parties("Nvidia invested $200 million in chipmaker Lumenweld."), ["nvidia", "lumenweld"]);
});

test("the fullest name in the document gives the id of the short ones", () => {
  assert.deepEqual(
    parties("Brightmere AI, Inc. raised $300 million from Amazon. Brightmere will buy chips with the money."),
    ["brightmere-ai", "amazon"],
  );
});

test("a form that the document defines stands for its party from then on", () => {
  const text =
    'Solvane Systems, Inc. (the "Company") entered into a lease. The Company will pay $5 million. Nothing else was signed.';
  assert.deepEqual(
    mentions(text).filter(([, words]) => words === "The Company"),
    [["solvane-systems", "The Company"]],
  );
});

test("a short form in brackets is defined as well", () => {
  const text = "Hearthline Digital plc (Hearthline) signed a lease with Amazon. On Friday Hearthline drew $20 million.";
  assert.deepEqual(parties(text), ["hearthline-digital", "amazon"]);
});

test("people, places, months and plain capitals are no parties", () => {
  assert.deepEqual(parties("Jane Doe, chief executive, said so in London on Tuesday."), []);
  assert.deepEqual(parties("Mr. Smith lives in Texas. However, December was cold in Germany."), []);
  assert.deepEqual(parties("According to analyst Maria Keller, Europe is behind."), []);
});

test("public bodies go by what they are", () => {
  assert.deepEqual(parties("The Japanese government lent $2 billion to it."), ["japanese-government"]);
  assert.deepEqual(parties("The loan was guaranteed by the Treasury."), ["treasury"]);
  assert.deepEqual(parties("The Treasury yield rose."), []);
});

test("mentions are in order and do not overlap", () => {
  const { read, names } = prepare(
    documentOf('Amazon Web Services, Inc. ("AWS") and Solvane Systems, Inc. (the "Company") rent from Nvidia.'),
    index,
    () => false,
  );
  findMentions(read, names, judge);
  for (const { mentions } of read)
    mentions.forEach((one, at) => {
      assert.ok(one.next > one.first && one.first >= (mentions[at - 1]?.next ?? 0));
    });
});

test("a word that every JavaScript object knows makes no organisation", () => {
  assert.deepEqual(parties("A constructor said that the constructor Maria Keller had left."), []);
});

test("an adverb that opens a sentence is nobody", () => {
  assert.deepEqual(parties("Interestingly, Amazon seems to understand. Privately held OpenAI does too."), [
    "amazon",
    "openai",
  ]);
});

test("a plain word is part of a name that a hyphen, an ampersand or its place holds together", () => {
  assert.deepEqual(
    parties("Amazon borrowed $2 billion from State Bank of India and raised £25m of equity from Legal & General."),
    ["amazon", "state-bank-of-india", "legal-general"],
  );
});

test("a company that only a title names is known by its company words", () => {
  const text = "Notes of a Visit to Tarnmoor Power & Compute\n\nIt has let 40 MW to Amazon.";
  assert.ok(parties(text).includes("tarnmoor-power-compute"));
});

test("a body goes by its whole name, small words and all", () => {
  assert.deepEqual(parties("A loan was granted by Bank of Montreal. The tenant is the Ministry of Defence."), [
    "bank-of-montreal",
    "ministry-of-defence",
  ]);
  assert.deepEqual(
    parties("Power is paid by the National Investment and Infrastructure Fund, and Amazon and Nvidia rent two halls."),
    ["national-investment-and-infrastructure-fund", "amazon", "nvidia"],
  );
});

test("a company may be called as its page is", () => {
  assert.deepEqual(parties("Amazon has invested $30 million in run.io, which hosts models."), ["amazon", "run-io"]);
});

test("a company with a legal form of its own is not short for its sister", () => {
  const text =
    "Hjelm Compute AS owns the halls. Its sister, Hjelm Compute International, signed a contract with Amazon. Hjelm Compute AS lends it money.";
  assert.deepEqual(parties(text), ["hjelm-compute", "hjelm-compute-international", "amazon"]);
});

test("a company that begins with a registered name is another; a product of that party is not", () => {
  assert.deepEqual(
    parties("The lease was signed by Amazon Leasing with Nvidia. Nvidia Blackwell chips fill the hall."),
    ["amazon-leasing", "nvidia"],
  );
});

test("a family and a state hold shares by what they are", () => {
  assert.deepEqual(parties("The Tate family controls 52% of Amazon and the Danish state 10%."), [
    "tate-family",
    "amazon",
    "danish-state",
  ]);
});

test("posts write registered names small; a word that texts know so is none", () => {
  const registered = nameIndex({
    parties: [partyOf("nvidia", "Nvidia", "chipmaker"), partyOf("target", "Target", "enterprise")],
    chips: [],
  });
  const text = "so nvidia missed its target again";
  const { read, names } = prepare(documentOf(text), registered, judge.ordinary);
  findMentions(read, names, judge);
  assert.deepEqual(
    read.flatMap((one) => one.mentions.map(({ party }) => party)),
    ["nvidia"],
  );
});

test("where all is in capitals, words that are known without one are no names", () => {
  const text = "SHARES OF VANTRELL ARE UP AND OPENAI SAID IT WILL BUY THE COMPANY FOR $2 BILLION.";
  const { read, names } = prepare(documentOf(text), index, judge.ordinary);
  findMentions(read, names, judge);
  const found = read.flatMap((one) => one.mentions.map(({ party }) => party));
  assert.ok(found.includes("openai" as PartyId));
  assert.deepEqual(
    found.filter((one) => !/^(?:openai|vantrell)$/.test(one)),
    [],
  );
});

test("names end and begin where they should", () => {
  assert.deepEqual(
    parties("In the spring the Ontario Teachers' Pension Plan bought about 20% of the shares of Solvane Systems."),
    ["ontario-teachers-pension-plan", "solvane-systems"],
  );
  assert.deepEqual(parties("Temasek Holdings gave S$400 million and CPP Investments S$250 million."), [
    "temasek-holdings",
    "cpp-investments",
  ]);
  assert.deepEqual(parties("Consider Solvane Systems. It raised $5 million from Dar al-Hisab Bank."), [
    "solvane-systems",
    "dar-al-hisab-bank",
  ]);
  assert.deepEqual(parties("On behalf of the Board of Pearl Harbour Cloud Holdings I report a loss."), [
    "pearl-harbour-cloud-holdings",
  ]);
});

test("a vehicle's number is part of its name", () => {
  assert.deepEqual(parties("Inside is Fenwick Compute Funding I, a vehicle that Vantyx Asset Co. 3 lent $5 million."), [
    "fenwick-compute-funding-i",
    "vantyx-asset-co-3",
  ]);
  assert.deepEqual(
    parties("The notes of Meridian Rack Receivables 2026-1 are owed by Basalt Compute Fund II in 2026."),
    ["meridian-rack-receivables-2026-1", "basalt-compute-fund-ii"],
  );
});

test("bodies keep the fields that they are named after", () => {
  assert.deepEqual(
    parties("The Trade and Development Bank and the Ministry of Digital Governance lent it $5 million."),
    ["trade-and-development-bank", "ministry-of-digital-governance"],
  );
  assert.deepEqual(parties("Moore and Moore Investments bought it from J.P. Morgan."), [
    "moore-and-moore-investments",
    "jp-morgan",
  ]);
});

test("an ordinary word that opens a sentence is no part of the name behind it", () => {
  const text = "Newcomer Nordlicht Compute climbed 14%. Brookfield owns 44% of Nordlicht.";
  const { read, names } = prepare(documentOf(text), index, (lower) => lower === "newcomer");
  findMentions(read, names, judge);
  const found = read.flatMap((one) => one.mentions.map(({ party }) => party));
  assert.ok(found.includes("nordlicht-compute" as PartyId), String(found));
});

test("a longer name that is far less likely does not take a name's place", () => {
  const text =
    "Vantor Grid Investor Day\n\nVantor Grid said on Monday that it rents 40 MW from Pelican Compute. Vantor Grid raised $5 million.";
  const short = mentions(text).filter(([, words]) => words === "Vantor Grid");
  assert.deepEqual([...new Set(short.map(([party]) => party))], ["vantor-grid"]);
});

test("a name stands for the fuller one, also where company words come later; a sister is another company", () => {
  const lumenars = (text: string): string[] =>
    parties(text)
      .filter((one) => one.startsWith("lumenar"))
      .sort();
  const full = "Lumenar Cloud, a Toronto start-up, rents 4 MW from Pelican Compute.";
  assert.deepEqual(lumenars(`The answer is called Lumenar, said the bank. ${full}`), ["lumenar-cloud"]);
  const sister = "Lumenar Ventures, its investor, put in $5 million.";
  assert.deepEqual(lumenars(`Lumenar rents 4 MW from Pelican Compute, said the bank. ${sister}`), [
    "lumenar",
    "lumenar-ventures",
  ]);
});

test("a small name with a legal form is a name", () => {
  assert.deepEqual(parties("tensorly, Inc. rents all of its machines."), ["tensorly"]);
});

test("a name of its own behind a short name that the text had before is another party", () => {
  const text =
    "Corvane Systems said on Monday that Corvane will rent the hall. The hall is owned by Corvane Atlas Fund, which Corvane manages.";
  assert.deepEqual(
    parties(text)
      .filter((one) => one.startsWith("corvane"))
      .sort(),
    ["corvane-atlas-fund", "corvane-systems"],
  );
});

test("public bodies, families and towns go by what they are", () => {
  assert.deepEqual(parties("The Japanese government and the Abu Dhabi government own it."), [
    "japanese-government",
    "abu-dhabi-government",
  ]);
  assert.deepEqual(parties("The city of Lahti lent it money; the Ayala family trust did not."), [
    "city-of-lahti",
    "ayala-family-trust",
  ]);
  assert.ok(!parties("It is building a hall in the city of Lahti.").includes("city-of-lahti"));
});

test("a text in another language gives no names in small letters", () => {
  const text = `${"wir haben gestern vernommen dass zephyrine achtzig millionen aufgenommen hat. ".repeat(12)}`;
  assert.deepEqual(mentions(text), []);
});

test("small words of other languages belong to the names that they stand in", () => {
  assert.deepEqual(mentions("The Caisse de dépôt et placement du Québec lent it $2 billion."), [
    ["caisse-de-depot-et-placement-du-quebec", "Caisse de dépôt et placement du Québec"],
  ]);
  assert.deepEqual(parties("Komerční banka rents it."), ["komercni-banka"]);
  assert.deepEqual(parties("SK ecoplant accounted for 23% of our revenue."), ["sk-ecoplant"]);
  assert.deepEqual(parties("St. Lawrence Compute, its rival, had revenue of it."), ["st-lawrence-compute"]);
  assert.deepEqual(parties("Bank of the Lagoon lent it $5 million."), ["bank-of-the-lagoon"]);
  assert.ok(!parties("Orrery pays de facto rents, Orrery Cloud et al say.").some((one) => one.includes("facto")));
});

test("a report, a round or how a line begins is no part of a name", () => {
  assert.deepEqual(parties("Wexcombe Legal Technologies Fourth Quarter 2025 Earnings Call"), [
    "wexcombe-legal-technologies",
  ]);
  assert.deepEqual(parties("Orrery Labs Series C: what our users ask"), ["orrery-labs"]);
  assert.deepEqual(parties("Lost Jasper as a client. They moved."), ["jasper"]);
});

test("a place in brackets is no short form of the company before it", () => {
  const text = "Compute du Fleuve (Québec) sells computing to banks. Québec Compute Fund lent it $3 million.";
  assert.ok(!mentions(text).some(([, words]) => words === "Québec"));
  const short = "The Caisse de dépôt et placement du Québec (CDPQ) owns it. CDPQ lent it $2 billion.";
  assert.deepEqual(parties(short), ["caisse-de-depot-et-placement-du-quebec"]);
});
