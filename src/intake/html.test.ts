import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOfHtml } from "./html.ts";
import { dayOfText } from "./page-origin.ts";
import { documentOfBytes } from "./read-file.ts";

const page = `<!doctype html><html><head><title>Amazon in talks | Ledger</title><meta property="og:site_name" content="The Ledger">
<link rel="canonical" href="https://ledger.example/1"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Amazon in talks","datePublished":"2025-12-17T23:00:00-05:00"}</script></head>
<body><nav><a href="/">Home</a> Nvidia invests $5 billion in Intel</nav><article><h1>Amazon in talks with OpenAI</h1>
<p>Amazon is in talks to invest <b>at least $10 billion</b> in OpenAI, people said.</p><p>A contract over $38 billion stands since November, and it is large. It runs for seven years.</p>
<ul><li>First <a href="x">item</a></li><li><p>Second item</p></li></ul><table><tr><th>Deal</th><th>Sum</th></tr><tr><td>AWS</td><td><p>$38bn</p></td></tr></table>
<p style="display:none">Hidden $9 billion</p><aside class="related">Read next: Meta buys a chip maker for $1 billion</aside></article><script>var x = "$7 billion";</script><footer>© 2025 $6 billion</footer></body></html>`;

test("the main content comes as lines; navigation, teasers, scripts and hidden parts are not read", () => {
  assert.equal(
    documentOfHtml(page, "a.html", {}).value?.text,
    [
      "Amazon in talks with OpenAI",
      "Amazon is in talks to invest at least $10 billion in OpenAI, people said.",
      "A contract over $38 billion stands since November, and it is large. It runs for seven years.",
      "- First item",
      "- Second item",
      "Deal | Sum",
      "AWS | $38bn",
    ].join("\n"),
  );
});

test("title, site, address and day come from the page; the day is the one that is written there", () => {
  const { value } = documentOfHtml(page, "a.html", {});
  assert.deepEqual(
    [value?.title, value?.publisher, value?.url, value?.published],
    ["Amazon in talks", "The Ledger", "https://ledger.example/1", "2025-12-17"],
  );
});

test("days are read as pages write them", () => {
  assert.equal(dayOfText("17 December 2025"), "2025-12-17");
  assert.equal(dayOfText("Dec. 7, 2025, 8:00 am"), "2025-12-07");
  assert.equal(dayOfText("yesterday"), null);
});

test("a page that is mostly tables, as filings are, is read whole", () => {
  const rows = Array.from(
    { length: 60 },
    (_, index) => `<tr><td>Obligation ${index}</td><td>$${index} million</td></tr>`,
  ).join("");
  const { value } = documentOfHtml(`<html><body><p>Item 1.</p><table>${rows}</table></body></html>`, "a.htm", {});
  assert.ok(value?.text.includes("Obligation 59 | $59 million"));
});

test("a page without text is refused", () => {
  assert.equal(
    documentOfHtml("<html><body><div id=root></div><script>go()</script></body></html>", "a.html", {}).problems[0]
      ?.code,
    "empty-page",
  );
});

test("a page that nests without end is read", () => {
  const { value, problems } = documentOfHtml(`${"<div>".repeat(200_000)}Amazon pays.`, "a.html", {});
  assert.equal(value?.text, "Amazon pays.");
  assert.equal(problems[0]?.code, "nested-too-deep");
});

test("a page in an older encoding is decoded as it says", async () => {
  const source = Buffer.from(
    '<html><head><meta charset="iso-8859-2"></head><body><p>Wis\xb3a zap\xb3aci 5 mln.</p></body></html>',
    "latin1",
  );
  const { value, problems } = await documentOfBytes(source, "a.html");
  assert.equal(value?.text, "Wisła zapłaci 5 mln.");
  assert.deepEqual(problems, []);
});
