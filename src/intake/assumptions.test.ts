import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { assumptionOf, assumptionsFile, holding } from "../model/assumption.ts";
import { parseDay } from "../model/day.ts";
import { placeText } from "../model/problem.ts";
import { appendAssumption, readAssumptions } from "./assumptions.ts";

async function inFolder(act: (folder: string, write: (text: string) => void) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "capstack-assumptions-"));
  try {
    await act(folder, (text) => writeFileSync(join(folder, assumptionsFile), text));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("what is written is read again as the same assumption, whatever its words hold", async () => {
  await inFolder(async (folder, write) => {
    write("# Mine.\n- {of: EUR.rate, is: 1.10, on: 2025-12-01}");
    const place = { file: assumptionsFile };
    const told = [
      assumptionOf({
        of: "deal-72b29e6d.schedule",
        is: "milestones 2026-06:30% 2027:70%",
        on: null,
        by: "ada",
        at: "2026-01-02T03:04:05.006Z",
        because: 'it\'s: "so" # they say\n- of: x',
        place,
      }),
      assumptionOf({
        of: "openai.cash",
        is: "15..40bn",
        on: parseDay("2026-01-31"),
        by: "1",
        at: null,
        because: "null",
        place,
      }),
    ];
    for (const each of told) assert.deepEqual(await appendAssumption(folder, each, "OpenAI →\nAWS: cash"), []);
    const { value, problems } = await readAssumptions(folder);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      value.map(({ id }) => id).slice(1),
      told.map(({ id }) => id),
    );
    // Figures stay as they were written.
    assert.equal(value[0]!.is, "1.10");
    assert.match(
      readFileSync(join(folder, assumptionsFile), "utf8"),
      /^# Mine\.\n- \{of: EUR\.rate, is: 1\.10, on: 2025-12-01\}\n# OpenAI → AWS: cash\n- of: /,
    );
    assert.equal(placeText(value[1]!.place), "assumptions.yaml:4:3");
  });
});

test("an entry that cannot be used is told at its place, and the others count", async () => {
  await inFolder(async (folder, write) => {
    write(
      [
        "- of: deal-72b2.schedule",
        "  is: rampp 2..9",
        "- of: openai.mood",
        "  is: good",
        "- just words",
        "- of: openai.cash",
        "- of: openai.cash",
        "  is: 20bn",
        "  on: 2026-13",
        "- of: openai.cash",
        "  is: 40..15bn",
        "- of: EUR.rate",
        "  is: 1.08",
        "  why: because",
        "- of: USD.rate.x",
        "  is: 1",
        "- of: openai.cash",
        "  is: 20bn",
      ].join("\n"),
    );
    const { value, problems } = await readAssumptions(folder);
    assert.deepEqual(
      value.map(({ is }) => is),
      ["20bn"],
    );
    assert.deepEqual(
      problems.map(({ place, message }) => `${placeText(place!)} ${message.split("\n")[0]}`.slice(0, 80)),
      [
        "assumptions.yaml:2:7 there is no schedule “rampp” (once 2026-03, even 2026..203",
        "assumptions.yaml:3:7 “openai.mood”: of it one can assume cash, debt, revenue, c",
        "assumptions.yaml:5:3 an entry has the keys of and is. It does not count.",
        "assumptions.yaml:6:3 an entry tells what it is about (of) and what it says (is)",
        "assumptions.yaml:9:7 on: “2026-13” is no day. It does not count.",
        "assumptions.yaml:11:7 “40..15bn”: the lower end comes first. It does not count.",
        "assumptions.yaml:14:3 there is no key “why” (of of, is, on, by, at, because). I",
        "assumptions.yaml:15:7 “USD.rate.x” names nothing that can be assumed: a deal's",
      ].map(
        (line, index) =>
          problems[index]!.place && line.replace("assumptions.yaml", join(folder, assumptionsFile)).slice(0, 80),
      ),
    );
  });
});

test("a file that is no list, and one that is no YAML, are told; a book without one has none", async () => {
  await inFolder(async (folder, write) => {
    assert.deepEqual(await readAssumptions(folder), { value: [], problems: [] });
    write("of: openai.cash\nis: 20bn\n");
    assert.match((await readAssumptions(folder)).problems[0]!.message, /no list/);
    write("- of: [openai.cash\n  is: 20bn\n");
    assert.ok((await readAssumptions(folder)).problems.length > 0);
    write("# nothing yet\n");
    assert.deepEqual(await readAssumptions(folder), { value: [], problems: [] });
  });
});

test("of several about one thing the one counts that holds from the latest day, then the last", () => {
  const told = (is: string, on: string | null) =>
    assumptionOf({
      of: "openai.cash",
      is,
      on: on === null ? null : parseDay(on),
      by: null,
      at: null,
      because: null,
      place: { file: "a" },
    });
  const all = [told("1bn", null), told("3bn", "2026-06-01"), told("2bn", "2026-01-01"), told("4bn", "2026-06-01")];
  const heldOn = (day: string) => holding(all, parseDay(day)).map(({ is }) => is);
  assert.deepEqual(heldOn("2025-12-17"), ["1bn"]);
  assert.deepEqual(heldOn("2026-03-01"), ["2bn"]);
  assert.deepEqual(heldOn("2026-06-01"), ["4bn"]);
});
