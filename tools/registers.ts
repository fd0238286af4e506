/**
 * Which parties, chips and offers does the example book know, and which collected facts do its documents carry?
 *
 *   node tools/registers.ts FACTS_FOLDER
 *
 * reads parties.csv, chips.csv, offers.csv, deals.csv and metrics.csv of that folder and writes parties.csv, chips.csv,
 * offers.csv and facts.csv of examples/ai-economy. What the collected tables lack (units, brand names, further organisations, spellings) is kept
 * by hand in examples/ai-economy/by-hand. A cell with several values has `|` between them.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";

type Row = Readonly<Record<string, string>>;

const book = fileURLToPath(new URL("../examples/ai-economy", import.meta.url));

function main(facts: string | undefined): void {
  if (facts === undefined) throw new Error("Name the folder of the facts: node tools/registers.ts ../shared/facts");
  const partiesByHand = readTable(book, "by-hand/parties.csv");
  const parties = partyRows(readTable(facts, "parties.csv"), partiesByHand);
  const chips = chipRows(readTable(facts, "chips.csv"), readTable(book, "by-hand/chips.csv"));
  const offers = offerRows(readTable(facts, "offers.csv"), partiesByHand);
  checkNames(parties, "id");
  checkNames(chips, "family");
  checkReferences(parties, chips);
  checkOffers(offers, parties, chips);
  writeTable("parties.csv", partyColumns, parties);
  writeTable("chips.csv", chipColumns, chips);
  writeTable("offers.csv", offerColumns, offers);
  writeTable("facts.csv", factColumns, factRows(facts));
}

// ── parties ──────────────────────────────────────────────────────────────────────────────────────────────────────

const partyColumns = (
  "id,name,kind,parent,parent_from,country,ticker,aliases,descriptors,products,wikidata,cik," +
  "source_publisher,source_title,source_url,source_date,from_memory,careful"
).split(",");

/** The collected parties with what is kept by hand about them, then those that only the hand-kept table knows. */
function partyRows(collected: readonly Row[], byHand: readonly Row[]): Row[] {
  // Last come the rows that give a collected party another id: its old id may be a further party of the hand-kept table.
  const told = [...byHand].sort((a, b) => order(a.collected_id!, b.collected_id!));
  const notes = new Map(told.map((row) => [row.collected_id || row.id!, row]));
  const known = collected.map((row) => collectedParty(row, notes.get(row.id!) ?? {}));
  const ids = new Set(known.map((row) => row.id!));
  return [...known, ...byHand.filter((row) => !ids.has(row.id!)).map(addedParty)].sort((a, b) => order(a.id!, b.id!));
}

function collectedParty(row: Row, note: Row): Row {
  const notAliases = list(note.not_aliases);
  const phrases = list(row.aliases).filter((phrase) => !notAliases.includes(phrase));
  const name = note.name || row.name!;
  const recalled = list(row.fields_from_memory!.replaceAll(";", "|"));
  return {
    ...row,
    id: note.id || row.id!,
    name,
    parent: note.parent || row.parent!,
    parent_from: note.parent_from ?? "",
    aliases: joined(
      [...phrases.filter((phrase) => !isDescriptor(phrase)), ...list(note.aliases)].filter((alias) => alias !== name),
    ),
    descriptors: joined([...phrases.filter(isDescriptor).map(withArticle), ...list(note.descriptors)]),
    products: note.products ?? "",
    wikidata: row.wikidata_qid!,
    cik: row.sec_cik!,
    from_memory: joined([...recalled.filter((field) => partyColumns.includes(field)), ...recalledByHand(note)]),
    careful: note.careful ?? "",
  };
}

/** A party's day of joining is recalled unless a collected fact dates it; brand names always are. */
function recalledByHand(note: Row): string[] {
  const joining = note.parent_from && note.parent_from_seen !== "facts" ? ["parent_from"] : [];
  return [...joining, ...(note.products ? ["products"] : [])];
}

function addedParty(row: Row): Row {
  return { ...row, source_publisher: "general knowledge", from_memory: "all" };
}

/** The collected aliases hold phrases beside names: "the search giant", "Claude's creator", "Tranium maker". */
function isDescriptor(phrase: string): boolean {
  const nouns = "maker|owner|parent|developer|giant|startup|company|lab|unit|team|nonprofit|fund|vehicle|venture";
  return /^the /.test(phrase) || /'s .*[a-z]/.test(phrase) || new RegExp(`\\b(?:${nouns})$`).test(phrase);
}

/** "ChatGPT owner" becomes "the ChatGPT owner"; "Sam Altman's company" needs no article. */
function withArticle(phrase: string): string {
  return /^the /.test(phrase) || /^(?!world's)\S+(?: \S+)?'s /.test(phrase) ? phrase : `the ${phrase}`;
}

// ── chips ────────────────────────────────────────────────────────────────────────────────────────────────────────

const chipColumns = (
  "id,name,vendor,family,family_name,aliases,release_date,memory_gb,bandwidth_gb_s,tdp_w," +
  "peak_fp32_flops,peak_tf32_flops,peak_bf16_flops,peak_fp16_flops,peak_fp8_flops,peak_fp4_flops,peak_int8_ops," +
  "price_estimate_usd,price_day,notes,conflict_group,source_publisher,source_title,source_url,source_date,confidence"
).split(",");

/** The collected chips, and a row without figures for each family that no chip is named after. */
function chipRows(collected: readonly Row[], byHand: readonly Row[]): Row[] {
  const notes = new Map(byHand.map((row) => [row.id!, row]));
  const names = new Map([...byHand, ...collected].map((row) => [row.id!, bareName(row.name!)]));
  const chips = collected.map((row) => {
    const family = chipFamily(row.id!);
    return collectedChip(row, family, names.get(family)!, notes.get(row.id!) ?? {});
  });
  const ids = new Set(chips.map((chip) => chip.id!));
  const families = byHand.filter((row) => !ids.has(row.id!)).map(familyRow);
  return [...chips, ...families].sort((a, b) => order(a.family!, b.family!) || order(a.id!, b.id!));
}

function collectedChip(row: Row, family: string, familyName: string, note: Row): Row {
  return {
    ...row,
    family,
    family_name: familyName,
    // A row that keeps a rival source's figures gives no names: its chip has a row already.
    aliases: note.rival_of ? "" : joined([...ownName(row.name!), ...list(note.aliases)]),
    price_day: row.price_estimate_usd === "" ? "" : row.as_of!,
    notes: row.notes!.replace("seed says", "one article says"),
  };
}

function familyRow(row: Row): Row {
  const told = { notes: "The family as texts name it; no figures", source_publisher: "general knowledge" };
  return { ...row, ...told, family: row.id!, family_name: row.name! };
}

/** A generation folds into its family; parts that texts treat as products of their own stay themselves. */
function chipFamily(id: string): string {
  if (/^g?b[123]00$/.test(id)) return "blackwell";
  const [start] = Object.keys(familiesByStart).filter((start) => id.startsWith(start));
  return start === undefined ? id : familiesByStart[start]!;
}

const familiesByStart: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "trainium:trainium inferentia:inferentia tpu-:tpu h100-:h100 h200-:h200 rubin:rubin a100-:a100 v100-:v100 " +
    "ascend-:ascend gaudi:gaudi maia-:maia mtia-:mtia wse-:wse groq-lpu:lpu kunlun-:kunlun mlu:mlu gpu-max:gpu-max " +
    "wormhole:wormhole blackhole:blackhole tesla-d1:dojo"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
);

/** A lone "L4" or "T4" is a paper size, a road or a terminal more often than a chip; the hand-kept names have its maker. */
function ownName(name: string): string[] {
  const bare = bareName(name);
  return bare === name || /^[A-Z]\d{1,2}$/.test(bare) ? [] : [bare];
}

/** The name without its maker and its make: "NVIDIA H100 SXM5 80GB" becomes "H100". */
function bareName(name: string): string {
  const makers =
    "NVIDIA|AMD|AWS|Google|Huawei|Intel|Meta|Microsoft|Baidu|Cambricon|Biren|Cerebras|SambaNova|Tenstorrent|T-Head|Tesla";
  return name
    .replace(new RegExp(`^(?:${makers}) `), "")
    .replace(/^(?:Radeon )?(?:Instinct|Habana|Tesla|HGX) /, "")
    .replace(/ (?:SXM\d?|PCIe|80GB|series|\(.*\)).*$/, "");
}

// ── offers ───────────────────────────────────────────────────────────────────────────────────────────────────────

const offerColumns = (
  "id,provider,region,instance,chip,chips_per_instance,usd_per_hour_on_demand,usd_per_hour_1yr,usd_per_hour_3yr," +
  "usd_per_hour_spot,usd_per_hour_other,other_kind,price_day,notes,conflict_group," +
  "source_publisher,source_title,source_url,source_date,confidence"
).split(",");

/** The collected offers under the parties' ids of the register; rivals stand one below the other. */
function offerRows(collected: readonly Row[], partiesByHand: readonly Row[]): Row[] {
  const ids = new Map(
    partiesByHand.filter((row) => row.collected_id !== "").map((row) => [row.collected_id!, row.id!]),
  );
  const offers = collected.map((row) => ({
    ...row,
    provider: ids.get(row.provider!) ?? row.provider!,
    price_day: row.as_of!,
    // Some rows were found in an index of code, which is no address.
    source_url: /^https?:/.test(row.source_url!) ? row.source_url! : "",
  }));
  const key = (row: Row): string => [row.chip, row.provider, row.conflict_group, row.id].join(" ");
  return offers.sort((a, b) => order(key(a), key(b)));
}

// ── facts that the documents carry ───────────────────────────────────────────────────────────────────────────────

const factColumns = (
  "id,file,kind,roles,amount_min,amount_max,unit,approximate,status,announced,start,end,years,notes," +
  "source_publisher,source_title,source_url,source_date,confidence"
).split(",");

function factRows(facts: string): Row[] {
  const deals = readTable(facts, "deals.csv").map((row): Row => ({ ...row, file: "deals" }));
  const metrics = readTable(facts, "metrics.csv").map(metricFact);
  const byId = new Map<string, Row>([...deals, ...metrics].map((row): [string, Row] => [row.id!, row]));
  return carriedFacts().map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw new Error(`A document carries the fact ${id}, which ${facts} does not hold.`);
    return row;
  });
}

/** A metric under the columns of a deal: its value is both bounds, its period's last day the end, its scope the note. */
function metricFact(row: Row): Row {
  const value = { amount_min: row.value!, amount_max: row.value!, approximate: "", end: row.period_end! };
  return {
    ...row,
    ...value,
    file: "metrics",
    kind: `metric:${row.metric}`,
    roles: `company=${row.party}`,
    notes: row.scope!,
  };
}

function carriedFacts(): string[] {
  const folder = join(book, "documents");
  const ids = readdirSync(folder).flatMap((name) => {
    const matter: unknown = parseYaml(readFileSync(join(folder, name), "utf8").split("---\n")[1]!);
    return (matter as { facts: string[] }).facts;
  });
  return [...new Set(ids)].sort(order);
}

// ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** One name must not lead to two parties, or to two families of chips. */
function checkNames(rows: readonly Row[], meaning: "id" | "family"): void {
  const owner = new Map<string, string>();
  for (const row of rows) {
    for (const name of namesOf(row)) {
      const other = owner.get(name) ?? row[meaning]!;
      if (other !== row[meaning]) throw new Error(`“${name}” stands for ${other} and for ${row[meaning]}.`);
      owner.set(name, row[meaning]!);
    }
  }
}

/** A parent and a vendor must be parties of the register, and a careful name one of the party's own. */
function checkReferences(parties: readonly Row[], chips: readonly Row[]): void {
  const ids = new Set(parties.map((row) => row.id!));
  const strays = [
    ...parties.map((row) => row.parent!).filter((id) => id !== "" && !ids.has(id)),
    ...chips.map((row) => row.vendor!).filter((id) => !ids.has(id)),
    ...parties.flatMap((row) => list(row.careful).filter((name) => !namesOf(row).has(name))),
  ];
  if (strays.length > 0) throw new Error(`No party answers to ${[...new Set(strays)].join(", ")}.`);
}

/** An offer must be of a party and of a chip of the registers. */
function checkOffers(offers: readonly Row[], parties: readonly Row[], chips: readonly Row[]): void {
  const providers = new Set(parties.map((row) => row.id!));
  const known = new Set(chips.map((row) => row.id!));
  const strays = offers.filter((row) => !providers.has(row.provider!) || !known.has(row.chip!));
  if (strays.length > 0) throw new Error(`No party or no chip answers to ${strays.map((row) => row.id).join(", ")}.`);
}

function namesOf(row: Row): ReadonlySet<string> {
  return new Set([row.name!, ...list(row.aliases), ...list(row.descriptors), ...list(row.products)]);
}

function readTable(folder: string, name: string): Row[] {
  return parse(readFileSync(join(folder, name), "utf8"), { columns: true, bom: true }) as Row[];
}

function writeTable(name: string, columns: readonly string[], rows: readonly Row[]): void {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  writeFileSync(join(book, name), `${lines.map((cells) => cells.map(quoted).join(",")).join("\n")}\n`);
  console.error(`${name}: ${rows.length} rows`);
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function list(cell: string | undefined): string[] {
  return (cell ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter(Boolean);
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].join("|");
}

/** By code unit, so that the files come out the same under every locale. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

main(process.argv[2]);
