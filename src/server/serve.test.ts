import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { firstAddress, letIn, type ServedFolder, serveTexts } from "./server.test-kit.ts";

const text =
  "Amazon is in talks to invest at least $10 billion in OpenAI. OpenAI signed a contract to buy $38 billion of cloud services from Amazon.\n";
let served: ServedFolder;
let cookie: string;
let origin: string;

before(async () => {
  served = await serveTexts({ "a.txt": text });
  ({ cookie, origin } = await letIn(served.address));
});
after(async () => served[Symbol.asyncDispose]());

/** Sends exactly these headers and this path, which `fetch` would mend. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body = "",
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: served.port, path, method, headers }, (response) => {
      let received = "";
      response.on("data", (chunk: Buffer) => {
        received += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode!, body: received, headers: response.headers }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

test("the address lets one browser in, once", async () => {
  assert.equal((await raw(new URL(served.address).pathname + new URL(served.address).search)).status, 403);
  assert.match(cookie, /^capstack-\d+=.{40,}$/);
});

test("without the cookie nothing is told, not even the page", async () => {
  for (const path of ["/", "/app.js", "/api/book", "/api/document?number=01"]) {
    const { status, body } = await raw(path);
    assert.equal(status, 403, path);
    assert.doesNotMatch(body, /Amazon/);
  }
});

test("a wrong or empty cookie lets nobody in", async () => {
  const [name] = cookie.split("=");
  for (const value of ["", "x", "A".repeat(43)])
    assert.equal((await raw("/api/book", { cookie: `${name}=${value}` })).status, 403);
});

test("a foreign name that points here is refused, with and without the cookie", async () => {
  for (const host of ["evil.example", "evil.example:80", `127.0.0.1.evil.example:${served.port}`, "127.0.0.1:1"])
    assert.equal((await raw("/api/book", { host, cookie })).status, 421, host);
  assert.equal((await raw("/api/book", { host: `localhost:${served.port}`, cookie })).status, 200);
});

test("what writes must come from our own page", async () => {
  const body = JSON.stringify({ ids: ["c-000000"] });
  const json = { cookie, "content-type": "application/json" };
  assert.equal((await raw("/api/accept", json, "POST", body)).status, 403);
  assert.equal((await raw("/api/accept", { ...json, origin: "http://evil.example" }, "POST", body)).status, 403);
  const form = { cookie, origin, "content-type": "application/x-www-form-urlencoded" };
  assert.equal((await raw("/api/accept", form, "POST", body)).status, 403);
  const { status, body: answer } = await raw("/api/accept", { ...json, origin }, "POST", body);
  assert.equal(status, 409);
  assert.match(answer, /there is no claim c-000000/);
});

test("no path leads to another file", async () => {
  for (const path of [
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/app.js/../../../package.json",
    "/capstack.yaml",
    "/capstack.db",
    "//etc/passwd",
    "/api/../capstack.db",
    "/api/__proto__",
    "/api/constructor",
  ]) {
    const { status, body } = await raw(path, { cookie });
    assert.equal(status, 404, path);
    assert.doesNotMatch(body, /"name": "capstack"|root:/);
  }
});

test("every answer forbids what a page must not do", async () => {
  for (const path of ["/", "/app.js", "/api/book", "/nowhere"]) {
    const { headers } = await raw(path, { cookie });
    const policy = String(headers["content-security-policy"]);
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|data:|https?:/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["access-control-allow-origin"], undefined);
  }
});

test("too much, or no JSON, is told and harms nothing", async () => {
  const headers = { cookie, origin, "content-type": "application/json" };
  assert.equal((await raw("/api/accept", headers, "POST", "{")).status, 400);
  assert.equal((await raw("/api/accept", headers, "POST", "[]")).status, 400);
  assert.equal((await raw("/api/accept", headers, "POST", JSON.stringify({ ids: [1] }))).status, 400);
  assert.equal(
    (await raw("/api/add", headers, "POST", JSON.stringify({ name: "x", text: "x".repeat(29_000_000) }))).status,
    413,
  );
  assert.equal((await raw("/api/book", { cookie })).status, 200);
});

test("a decision through the page is a decision of the book", async () => {
  const ask = async (path: string): Promise<{ cards: { id: string; review: string }[]; ids: string[] }> =>
    JSON.parse((await raw(path, { cookie })).body) as never;
  const [first] = (await ask("/api/document?number=01")).cards;
  const headers = { cookie, origin, "content-type": "application/json" };
  const send = (name: string, body: object) => raw(`/api/${name}`, headers, "POST", JSON.stringify(body));
  assert.equal((await send("reject", { ids: [first!.id], because: "wrong party" })).status, 200);
  assert.match(served.run("why", first!.id, "--book", "book"), /rejected: “wrong party”/);
  assert.match(served.run("undo", "--book", "book"), /Undone/);
  assert.equal((await ask("/api/document?number=01")).cards[0]!.review, "unreviewed");
  assert.equal((await send("flag", { ids: [first!.id], because: "call them" })).status, 200);
  assert.match(served.run("log", "--book", "book"), /flagged: “call them”/);
  assert.match((await raw("/api/document?number=01", { cookie })).body, /"flags":\["call them"\]/);
});

test("what a text would add is worked out without keeping it", async () => {
  const headers = { cookie, origin, "content-type": "application/json" };
  const body = JSON.stringify({ name: "b.txt", text: "Meta ordered 50,000 GPUs from Nvidia." });
  const before = (await raw("/api/book", { cookie })).body;
  const preview = JSON.parse((await raw("/api/preview", headers, "POST", body)).body) as {
    news: string;
    cards: unknown[];
  };
  assert.equal(preview.news, "document");
  assert.equal(preview.cards.length, 1);
  assert.equal((await raw("/api/book", { cookie })).body, before);
});

test("what another program writes or takes back stands in the next answer", async () => {
  const book = async (): Promise<{ data: string; documents: { number: string }[] }> =>
    JSON.parse((await raw("/api/book", { cookie })).body);
  const first = await book();
  writeFileSync(join(served.folder, "later.txt"), "Nvidia invested $2 billion in xAI.\n");
  served.run("add", "later.txt", "--book", "book");
  const then = await book();
  assert.equal(then.documents.length, first.documents.length + 1);
  assert.notEqual(then.data, first.data);
  served.run("undo", "--book", "book");
  const { data, documents } = await book();
  assert.deepEqual({ data, documents }, { data: first.data, documents: first.documents });
});

test("a second open shows the first, with an address of its own; Ctrl-C ends it cleanly", async () => {
  const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));
  const env = { ...process.env, XDG_STATE_HOME: `${served.folder}/state` };
  const second = spawn(process.execPath, [launcher, "open", "--book", "book", "--no-browser"], {
    cwd: served.folder,
    env,
  });
  const address = await firstAddress(second);
  assert.equal(new URL(address).port, String(served.port));
  assert.equal((await fetch(address, { redirect: "manual" })).status, 303);
  const ended = new Promise((resolve) => served.child.once("exit", (code) => resolve(code)));
  served.child.kill("SIGINT");
  assert.equal(await ended, 0);
  await assert.rejects(fetch(origin));
});
