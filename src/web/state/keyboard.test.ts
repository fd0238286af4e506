import assert from "node:assert/strict";
import { test } from "node:test";
import { claimsKeys, evidenceKeys, frameKeys, keysOf } from "./key-table.ts";
import { actOf } from "./keyboard.ts";

const press = (key: string, more = {}) => ({ key, ctrl: false, shift: false, inField: false, ...more });

test("no key means two things on one screen", () => {
  for (const screen of ["evidence", "claims"] as const) {
    const all = keysOf(screen).flatMap(({ keys }) => keys);
    assert.deepEqual(
      all.filter((key, index) => all.indexOf(key) !== index),
      [],
    );
  }
});

test("no first key of two is a key by itself", () => {
  const firsts = frameKeys.flatMap(({ keys }) => keys.filter((key) => /^. ./.test(key)).map((key) => key[0]!));
  const singles: string[] = [...evidenceKeys, ...claimsKeys, ...frameKeys].flatMap(({ keys }) => [...keys]);
  for (const first of firsts) assert.ok(!singles.includes(first), first);
});

test("a key of two is an act only after the first", () => {
  assert.deepEqual(actOf(press("g"), null, "evidence", true), { prefix: "g" });
  assert.deepEqual(actOf(press("t"), "g", "evidence", true), { act: "go-claims" });
  assert.equal(actOf(press("t"), null, "evidence", true), null);
  assert.deepEqual(actOf(press("e"), "g", "evidence", true), { act: "go-evidence" });
  assert.deepEqual(actOf(press("e"), null, "evidence", true), { act: "edit" });
});

test("in a field only the palette, saving and Escape are heard", () => {
  assert.equal(actOf(press("a", { inField: true }), null, "evidence", true), null);
  assert.deepEqual(actOf(press("k", { inField: true, ctrl: true }), null, "evidence", true), { act: "palette" });
  assert.deepEqual(actOf(press("s", { inField: true, ctrl: true }), null, "claims", true), { act: "save-filter" });
  assert.equal(actOf(press("c", { inField: true, ctrl: true }), null, "claims", true), null);
  assert.deepEqual(actOf(press("Escape", { inField: true }), null, "evidence", true), { act: "close" });
});

test("single letters can be switched off; the list of keys stays", () => {
  for (const key of ["a", "x", "u", "E", " ", "1", "."])
    assert.equal(actOf(press(key), null, "evidence", false), null, key);
  assert.deepEqual(actOf(press("?"), null, "evidence", false), { act: "keys" });
  assert.deepEqual(actOf(press("ArrowDown"), null, "evidence", false), { act: "next" });
  assert.deepEqual(actOf(press("ArrowDown", { shift: true }), null, "evidence", true), { act: "extend-down" });
});
