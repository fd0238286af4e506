import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { exposurePanel } from "../company/exposure-panel.ts";
import { obligationsPanel } from "../company/obligations-panel.ts";
import { ownershipPanel } from "../company/ownership-panel.ts";
import { timePanel } from "../company/time-panel.ts";
import { usualLadder } from "../ladder-basis.ts";
import { example, generated } from "./company-pictures.test-kit.ts";
import { embedCode, embedPage } from "./embed-page.ts";

const svgs = [example(), generated(3)].flatMap((input) =>
  [ownershipPanel(input), obligationsPanel(input, usualLadder), exposurePanel(input), timePanel(input)].flatMap(
    ({ pictures }) => pictures,
  ),
);

test("its policy admits the style and the script that stand in it by their hashes, and nothing else", () => {
  for (const svg of svgs) {
    const page = embedPage(svg);
    const hashOf = (name: string): string => {
      const parts = [...page.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))];
      assert.equal(parts.length, 1);
      return `sha256-${createHash("sha256").update(parts[0]![1]!).digest("base64")}`;
    };
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)!;
    assert.equal(
      policy,
      `default-src 'none'; style-src '${hashOf("style")}'; script-src '${hashOf("script")}'; base-uri 'none'; form-action 'none'`,
    );
  }
});

test("the script has at most 400 bytes; no address of another server stands in the page, and the whole picture does", () => {
  for (const svg of svgs) {
    const page = embedPage(svg);
    const [, script] = /<script>(.*?)<\/script>/s.exec(page)!;
    assert.ok(Buffer.byteLength(script!) <= 400);
    assert.deepEqual(page.match(/\bhttps?:[^"\s]*/g), ["http://www.w3.org/2000/svg"]);
    assert.ok(page.includes(svg.trim()) && page.includes('<html lang="en">'));
    assert.doesNotMatch(page, /\s(?:src|href|style|on[a-z]+)=/);
  }
});

test("its title is the finding, in all its lines, and words of documents stay words", () => {
  const line = (text: string): string =>
    `<text x="20" y="32" font-size="17" font-weight="700" fill="#1b1f24">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${line("A &amp; B &lt;script&gt;")}${line("pays &quot;C&quot;")}</svg>`;
  assert.match(embedPage(svg), /<title>A &amp; B &lt;script&gt; pays &quot;C&quot;<\/title>/);
  assert.match(embedCode('a"b.html', svg), /src="a&quot;b.html" title="A &amp; B &lt;script&gt; pays &quot;C&quot;"/);
});
