/** Problems of the server and of the page, each caused at a real server of a book of one document. */

import { request } from "node:http";
import { problemText } from "../src/cli/render/problem.ts";
import { bookFile } from "../src/intake/book.ts";
import { notKept } from "../src/intake/book-preferences.ts";
import type { Problem } from "../src/model/problem.ts";
import { ownFault } from "../src/server/serve.ts";
import { letIn, serveTexts } from "../src/server/server.test-kit.ts";
import { ask, problemOf } from "../src/web/state/server.ts";
import type { ProblemExample } from "./problem-examples.ts";

export const serverProblemExamples: readonly ProblemExample[] = [
  asking("bad-request", "GET /api/claims?sort=size", { path: "/api/claims?sort=size" }),
  asking("foreign-host", "GET / with Host: evil.example", { path: "/", headers: { host: "evil.example" } }),
  asking("no-such-page", "GET /../capstack.db", { path: "/../capstack.db" }),
  asking("not-let-in", "GET / without the cookie", { path: "/", headers: { cookie: "" } }),
  asking("too-large", "POST /api/add with 29 MB", { path: "/api/add", body: `{"text":"${"x".repeat(29_000_000)}"}` }),
  {
    code: "preferences-not-kept",
    input: "a theme is chosen for a book on a read-only medium",
    cause: () => problemText(notKept(`book/${bookFile}`, Object.assign(new Error(), { code: "EROFS" }))),
  },
  {
    code: "server-fault",
    input: "a bug of ours",
    cause: () => problemText(ownFault(new TypeError("undefined is not iterable"))),
  },
  {
    code: "unreachable",
    input: "the page asks a server that was ended",
    // There is no server behind this program: the page's own question fails as it does in a browser.
    cause: () => ask("book", {}).then(String, (error: unknown) => problemText(problemOf(error))),
  },
];

interface Asked {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function asking(code: string, input: string, asked: Asked): ProblemExample {
  return {
    code,
    input,
    cause: async () => {
      await using served = await serveTexts({ "a.txt": "Amazon.\n" });
      const { cookie, origin } = await letIn(served.address);
      const own = { cookie, ...(asked.body ? { origin, "content-type": "application/json" } : {}) };
      return await answerOf(served.port, { ...asked, headers: { ...own, ...asked.headers } });
    },
  };
}

/** What the server says: a problem as JSON, or as plain words where a person may meet it. */
function answerOf(port: number, { path, headers = {}, body }: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let received = "";
      response.on("data", (chunk: Buffer) => {
        received += chunk;
      });
      response.on("end", () => {
        const isJson = /json/.test(response.headers["content-type"] ?? "");
        resolve(isJson ? problemText((JSON.parse(received) as { problems: Problem[] }).problems[0]!) : received);
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
