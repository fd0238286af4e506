import assert from "node:assert/strict";
import { test } from "node:test";
import { progressText } from "./progress.ts";

test("a bar says how far, how fast and how long still", () => {
  assert.equal(
    progressText({ what: "Reading 10 documents", done: 5, total: 10, seconds: 2, note: "310 sentences" }),
    "Reading 10 documents   ██████████░░░░░░░░░░  5/10 · 310 sentences · 2.5 a second · about 2 s left",
  );
});

test("hours and minutes are told as such, and the end tells no time left", () => {
  assert.match(
    progressText({ what: "Reading", done: 100, total: 100_000, seconds: 10 }),
    /10 a second · about 3 h left$/,
  );
  assert.match(progressText({ what: "Reading", done: 3, total: 3, seconds: 6 }), /3\/3 · 0\.5 a second$/);
});
