/** Do the documents of the example book carry the facts that they say they carry, and in words of their own? */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";

type Row = Readonly<Record<string, string>>;

interface BookDocument {
  readonly file: string;
  readonly matter: Readonly<Record<string, unknown>>;
  readonly facts: readonly string[];
  readonly body: string;
}

const book = fileURLToPath(new URL("../examples/ai-economy", import.meta.url));
const collected = fileURLToPath(new URL("../../shared/facts", import.meta.url));

const documents = readdirSync(join(book, "documents")).sort().map(readBookDocument);
const facts = new Map(readTable(book, "facts.csv").map((row) => [row.id!, row]));
const parties = new Map(readTable(book, "parties.csv").map((row) => [row.id!, row]));

/** The later of the two says in its first sentence that it repeats the earlier. */
const repeatedReport = ["06-amazon-openai-talks.md", "07-amazon-openai-report.md"];

test("every document says what it is and where it stood", () => {
  const keys = ["title", "publisher", "url", "published", "form", "note", "facts"];
  const forms = "news|filing-note|press-release|newsletter|analyst-note|timeline|denial|correction".split("|");
  for (const { file, matter, facts } of documents) {
    assert.deepEqual(Object.keys(matter), keys, file);
    for (const key of keys.slice(0, -1))
      assert.ok(typeof matter[key] === "string" && matter[key] !== "", `${file}: ${key}`);
    assert.ok(forms.includes(String(matter.form)), `${file}: form ${matter.form}`);
    assert.ok(facts.length > 0, `${file}: no facts`);
  }
  assert.deepEqual([...new Set(documents.map(({ matter }) => matter.form))].sort(), forms.sort());
});

test("outlets are invented: their hosts end in .example, and their addresses carry the day of publication", () => {
  for (const { file, matter } of documents) {
    const url = new URL(String(matter.url));
    assert.match(url.hostname, /^[a-z]+\.example$/, file);
    assert.ok(url.pathname.startsWith(`/${String(matter.published).replaceAll("-", "/")}/`), file);
  }
});

test("the book tells of talks first and of the outcome later", () => {
  const days = documents.map(({ matter }) => String(matter.published));
  assert.deepEqual(days, [...days].sort());
  assert.ok(days.filter((day) => day <= "2025-12-17").length >= 9);
  assert.ok(days.some((day) => day > "2025-12-17") && days.every((day) => day <= "2026-02-28"));
});

test("a document is long enough to be one and short enough to be read", () => {
  for (const { file, body } of documents)
    assert.ok(body.length >= 900 && body.length <= 2200, `${file}: ${body.length}`);
});

test("every fact that a document names is in facts.csv, and every row there is carried", () => {
  const carried = new Set(documents.flatMap((document) => document.facts));
  assert.deepEqual([...carried].sort(), [...facts.keys()].sort());
});

test("no document carries what was not yet known on its day", () => {
  for (const { file, matter, row } of carriedRows()) {
    const day = row.announced || (row.status === "forecast" ? row.source_date! : row.end!);
    assert.ok(day <= String(matter.published).slice(0, day.length), `${file}: ${row.id} is of ${day}`);
  }
});

test("every figure that a document carries stands in its text, once for each fact", () => {
  for (const { file, body, facts: ids } of documents) {
    const carriers = Map.groupBy(ids.flatMap(figuresOf), ({ value, unit }) => `${value} ${unit}`);
    for (const [figure, rows] of carriers) {
      const wordings = printed(rows[0]!.value, rows[0]!.unit);
      const stands = occurrences(body, wordings);
      const who = rows.map(({ id }) => id).join(", ");
      assert.ok(
        stands >= rows.length,
        `${file}: ${figure} stands ${stands} times, for ${who}; looked for ${wordings.join(", ")}`,
      );
    }
  }
});

test("a document names the parties of each fact that it carries", () => {
  for (const { file, body, row } of carriedRows()) {
    for (const party of firstParties(row.roles!)) {
      const names = namesOf(parties.get(party) ?? assert.fail(`${row.id}: ${party} is not in parties.csv`));
      assert.ok(occurrences(body, names) > 0, `${file}: ${row.id}: ${party} is not named`);
    }
  }
});

test("the rows of facts.csv are the collected ones", (t) => {
  if (!existsSync(collected)) return t.skip("the folder of collected facts is not beside this checkout");
  const deals = new Map(readTable(collected, "deals.csv").map((row) => [row.id!, row]));
  const metrics = new Map(readTable(collected, "metrics.csv").map((row) => [row.id!, row]));
  for (const [id, row] of facts) {
    const source = (row.file === "deals" ? deals : metrics).get(id) ?? assert.fail(`${id} was not collected`);
    assert.deepEqual(row, { ...row, ...(row.file === "deals" ? sharedColumns(row, source) : asDeal(source)) }, id);
  }
});

test("the rows of offers.csv are the collected ones, of parties and chips that the book knows", (t) => {
  const offers = readTable(book, "offers.csv");
  const chips = new Set(readTable(book, "chips.csv").map((row) => row.id!));
  for (const { id, provider, chip } of offers)
    assert.ok(parties.has(provider!) && chips.has(chip!), `${id}: ${provider}, ${chip}`);
  if (!existsSync(collected)) return t.skip("the folder of collected facts is not beside this checkout");
  const collectedRows = new Map(readTable(collected, "offers.csv").map((row) => [row.id!, row]));
  assert.equal(offers.length, collectedRows.size);
  for (const { price_day, source_url, ...row } of offers) {
    const source = collectedRows.get(row.id!) ?? assert.fail(`${row.id} was not collected`);
    assert.deepEqual(row, { ...row, ...sharedColumns(row, source) }, row.id);
    assert.equal(price_day, source.as_of, row.id);
    assert.ok(source_url === source.source_url || source_url === "", row.id);
  }
});

test("documents share no sentence, except that one repeats the other's report", () => {
  const owner = new Map<string, string>();
  let repeated = 0;
  for (const { file, body } of documents) {
    for (const sentence of new Set(longSentences(body))) {
      const other = owner.get(sentence);
      if (other === undefined) owner.set(sentence, file);
      else if (repeatedReport.includes(file) && repeatedReport.includes(other)) repeated++;
      else assert.fail(`${file} and ${other} share “${sentence}”`);
    }
  }
  assert.ok(repeated >= 3, "the repeat no longer repeats");
});

test("one newsletter never spells Trainium right, and no other document spells it wrong", () => {
  const wrong = documents.filter(({ body }) => body.includes("Tranium"));
  assert.deepEqual(
    wrong.map(({ file }) => file),
    ["08-rack-room-88.md"],
  );
  assert.equal(wrong.filter(({ body }) => body.includes("Trainium")).length, 0);
});

test("the registers name each party once, and only parties as parents and vendors", () => {
  const chips = readTable(book, "chips.csv");
  assert.equal(parties.size, readTable(book, "parties.csv").length);
  assert.equal(new Set(chips.map((row) => row.id)).size, chips.length);
  const named = [...[...parties.values()].map((row) => row.parent!), ...chips.map((row) => row.vendor!)];
  assert.deepEqual(
    named.filter((id) => id !== "" && !parties.has(id)),
    [],
  );
});

// ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────

function readBookDocument(file: string): BookDocument {
  const [, matter, ...body] = readFileSync(join(book, "documents", file), "utf8").split(/^---\n/m);
  const fields = parseYaml(matter!) as Record<string, unknown>;
  return { file, matter: fields, facts: fields.facts as string[], body: body.join("---\n") };
}

function carriedRows(): (BookDocument & { readonly row: Row })[] {
  return documents.flatMap((document) => document.facts.map((id) => ({ ...document, row: facts.get(id)! })));
}

function longSentences(body: string): string[] {
  const sentences = body.split(/(?<=[.!?]["”)]?)\s+|\n+/).map((sentence) => sentence.trim());
  return sentences.filter((sentence) => sentence.length >= 60);
}

/** How often one of the wordings stands on its own: "10 billion" is not in "110 billion", "Arm" not in "Armada". */
function occurrences(text: string, wordings: readonly string[]): number {
  const escaped = wordings.map((wording) => wording.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\d]|\\d[.,])(?:${escaped})(?![\\p{L}\\d]|[.,]\\d)`, "giu"))].length;
}

// ── figures as texts print them ──────────────────────────────────────────────────────────────────────────────────

/** The bounds of a fact that a text must print: "up to" has none below, "at least" none above. */
function figuresOf(id: string): { id: string; value: number; unit: string }[] {
  const row = facts.get(id)!;
  const bounds = new Set([row.amount_min!, row.amount_max!].filter((bound) => bound !== "").map(Number));
  return [...bounds].filter((value) => value > 0).map((value) => ({ id, value, unit: row.unit! }));
}

/** "$38 billion", "38bn", "27 per cent", "two gigawatts", "750 MW": the usual ways to print a figure. */
function printed(value: number, unit: string): string[] {
  if (unit === "share")
    return ["%", " %", " per cent", " percent"].flatMap((sign) => numerals(value * 100).map((n) => n + sign));
  const scales: readonly (readonly [number, readonly string[]])[] =
    unit === "W"
      ? [
          [1e9, [" GW", "GW", " gigawatt", " gigawatts", "-gigawatt"]],
          [1e6, [" MW", "MW", " megawatts", "-megawatt"]],
        ]
      : [
          [1e12, [" trillion", "tn", "T"]],
          [1e9, [" billion", "bn", "B"]],
          [1e6, [" million", "m", "M"]],
          [1, [""]],
        ];
  const mark = unit === "USD" ? "$" : "";
  const fitting = scales.filter(([scale]) => value >= scale);
  return fitting.flatMap(([scale, names]) =>
    numerals(value / scale).flatMap((n) => names.map((name) => mark + n + name)),
  );
}

/** A number in digits, also rounded as far as half a per cent allows, and small whole ones in letters. */
function numerals(value: number): string[] {
  const letters = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
  const rounded = [2, 3, 4, 6].map((digits) => Number(value.toPrecision(digits)));
  const close = [...new Set(rounded)].filter((n) => Math.abs(n - value) <= 0.005 * value);
  return close.flatMap((n) => [
    String(n),
    n.toLocaleString("en-US"),
    ...(letters[n] === undefined ? [] : [letters[n]]),
  ]);
}

// ── facts and parties ────────────────────────────────────────────────────────────────────────────────────────────

/** Of each role the first party, under its id in the register: "investor=amazon,nvidia;investee=openai" → amazon, openai. */
function firstParties(roles: string): string[] {
  const inRegister: Readonly<Record<string, string>> = { "stargate-llc": "stargate" };
  const first = roles.split(";").map((role) => role.split("=")[1]!.split(",")[0]!);
  return first.map((party) => inRegister[party] ?? party);
}

/** What may stand for a party: its names, phrases and brands, and for a unit also the name of its parent. */
function namesOf(row: Row): string[] {
  const listed = [row.aliases!, row.descriptors!, row.products!].flatMap((cell) => cell.split("|"));
  const parent = parties.get(row.parent!)?.name ?? "";
  return [row.name!, ...listed, parent].filter((name) => name !== "");
}

function sharedColumns(row: Row, source: Row): Row {
  return Object.fromEntries(
    Object.keys(row)
      .filter((column) => column !== "file")
      .map((column) => [column, source[column]!]),
  );
}

function asDeal(source: Row): Row {
  const same = ["id", "unit", "status", "source_publisher", "source_title", "source_url", "source_date", "confidence"];
  return {
    ...Object.fromEntries(same.map((column) => [column, source[column]!])),
    kind: `metric:${source.metric}`,
    roles: `company=${source.party}`,
    amount_min: source.value!,
    amount_max: source.value!,
    end: source.period_end!,
    notes: source.scope!,
  };
}

function readTable(folder: string, name: string): Row[] {
  return parse(readFileSync(join(folder, name), "utf8"), { columns: true, bom: true }) as Row[];
}
