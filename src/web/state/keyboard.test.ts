import assert from "node:assert/strict";
import { test } from "node:test";
import { screens } from "./address.ts";
import { clashOf, frameKeys, keySections, keysOf } from "./key-table.ts";
import { actOf } from "./keyboard.ts";

const press = (key: string, more = {}) => ({ key, ctrl: false, shift: false, inField: false, ...more });

test("no key means two things on one screen", () => {
  for (const screen of screens) {
    const all = keysOf(screen).flatMap(({ keys }) => keys);
    assert.deepEqual(
      all.filter((key, index) => all.indexOf(key) !== index),
      [],
    );
  }
});

test("no first key of two is a key by itself", () => {
  const firsts = frameKeys.flatMap(({ keys }) => keys.filter((key) => /^. ./.test(key)).map((key) => key[0]!));
  const singles: string[] = screens
    .flatMap((screen) => keysOf(screen))
    .flatMap(({ keys }) => keys.filter((key) => !/^. ./.test(key)));
  for (const first of firsts) assert.ok(!singles.includes(first), first);
});

test("a key of two is an act only after the first", () => {
  assert.deepEqual(actOf(press("g"), null, keysOf("evidence"), true), { prefix: "g" });
  assert.deepEqual(actOf(press("t"), "g", keysOf("evidence"), true), { act: "go-claims" });
  assert.equal(actOf(press("t"), null, keysOf("evidence"), true), null);
  assert.deepEqual(actOf(press("e"), "g", keysOf("evidence"), true), { act: "go-evidence" });
  assert.deepEqual(actOf(press("e"), null, keysOf("evidence"), true), { act: "edit" });
});

test("in a field only the palette, saving and Escape are heard", () => {
  assert.equal(actOf(press("a", { inField: true }), null, keysOf("evidence"), true), null);
  assert.deepEqual(actOf(press("k", { inField: true, ctrl: true }), null, keysOf("evidence"), true), {
    act: "palette",
  });
  assert.deepEqual(actOf(press("s", { inField: true, ctrl: true }), null, keysOf("claims"), true), {
    act: "save-filter",
  });
  assert.equal(actOf(press("c", { inField: true, ctrl: true }), null, keysOf("claims"), true), null);
  assert.deepEqual(actOf(press("Escape", { inField: true }), null, keysOf("evidence"), true), { act: "close" });
});

test("single letters can be switched off; the list of keys stays", () => {
  for (const key of ["a", "x", "u", "E", " ", "1", "."])
    assert.equal(actOf(press(key), null, keysOf("evidence"), false), null, key);
  assert.deepEqual(actOf(press("?"), null, keysOf("evidence"), false), { act: "keys" });
  assert.deepEqual(actOf(press("ArrowDown"), null, keysOf("evidence"), false), { act: "next" });
  assert.deepEqual(actOf(press("ArrowDown", { shift: true }), null, keysOf("evidence"), true), { act: "extend-down" });
});

test("a key that a person chose takes the place of the usual ones, on every screen that has its act", () => {
  const own = { next: "q", undo: "mod+z" };
  for (const screen of ["evidence", "claims"] as const) {
    const keys = keysOf(screen, own);
    assert.deepEqual(actOf(press("q"), null, keys, true), { act: "next" });
    assert.equal(actOf(press("j"), null, keys, true), null);
    assert.deepEqual(actOf(press("z", { ctrl: true }), null, keys, true), { act: "undo" });
  }
});

test("the list of keys is heard by its own key where single letters are off", () => {
  const keys = keysOf("evidence", { keys: "q" });
  assert.deepEqual(actOf(press("q"), null, keys, false), { act: "keys" });
  assert.equal(actOf(press("?"), null, keys, false), null);
});

test("what closes a layer and what moves the focus cannot be taken", () => {
  const keys = keysOf("evidence", { close: "q", accept: "Escape", reject: "Tab" });
  assert.deepEqual(actOf(press("Escape"), null, keys, true), { act: "close" });
  assert.deepEqual(actOf(press("a"), null, keys, true), { act: "accept" });
  assert.deepEqual(actOf(press("x"), null, keys, true), { act: "reject" });
});

test("a clash is found on each screen on which both work, and nowhere else", () => {
  assert.equal(clashOf("accept", "x", {})?.act, "reject");
  assert.equal(clashOf("accept", "x", { reject: "q" }), null);
  assert.equal(clashOf("undo", "v", {})?.act, "columns");
  assert.equal(clashOf("sort", "n", {}), null);
  assert.equal(clashOf("accept", "g", {})?.act, "go-evidence");
  assert.equal(clashOf("select", " ", {}), null);
  assert.equal(clashOf("skip", "a", {})?.act, "accept");
});

test("every key but the one that closes can be chosen anew, and stands once", () => {
  const acts = keySections({}).flatMap(({ keys }) => keys.map(({ act }) => act));
  const all = new Set(screens.flatMap((screen) => keysOf(screen)).map(({ act }) => act));
  all.delete("close");
  assert.deepEqual(acts.toSorted(), [...all].sort());
});
