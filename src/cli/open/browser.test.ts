import assert from "node:assert/strict";
import { test } from "node:test";
import { browserProgram } from "./browser.ts";

test("no browser is tried over SSH or without a screen", () => {
  assert.equal(browserProgram({ SSH_CONNECTION: "1 2 3 4", DISPLAY: ":0" }, "linux"), null);
  assert.equal(browserProgram({}, "linux"), null);
  assert.equal(browserProgram({ SSH_TTY: "/dev/pts/0" }, "darwin"), null);
});

test("where a person sits before a screen, the system's own opener is used", () => {
  assert.deepEqual(browserProgram({ DISPLAY: ":0" }, "linux"), ["xdg-open"]);
  assert.deepEqual(browserProgram({ WAYLAND_DISPLAY: "wayland-0" }, "linux"), ["xdg-open"]);
  assert.deepEqual(browserProgram({}, "darwin"), ["open"]);
});
