/**
 * Serves a book to the browser of the person who started it, on 127.0.0.1 and nowhere else.
 *
 *   const running = await serveBook(book, { port: 4747 });
 *   running.address();   // an address that lets one browser in, once
 *   await running.close();
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Problem } from "../model/problem.ts";
import { createAnswers } from "./answers.ts";
import { createGuard, equal, safeHeaders } from "./guard.ts";
import { BadRequest, readJson } from "./request.ts";
import type { ServedBook } from "./served-book.ts";
import { type WebFiles, webFiles } from "./web-files.ts";

export interface Running {
  readonly port: number;
  /** A new address that lets a browser in, once. */
  readonly address: () => string;
  /** Ends when the server has. */
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** The first port to try; 0 for any. Where it is taken, the next ones are tried. */
  readonly port: number;
  /** Who knows it may ask for a further address: a second `capstack open`. */
  readonly key?: string;
}

/** Starts serving. */
export async function serveBook(book: ServedBook, { port, key }: ServeOptions): Promise<Running> {
  const files = await webFiles();
  const answers = createAnswers(book);
  const guard = createGuard(() => (server.address() as AddressInfo).port);
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${guard.invite()}`;

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
    respond(request, response).catch((error: unknown) => {
      if (error instanceof BadRequest) return send(response, error.status, { problems: [error.problem] });
      console.error(error);
      send(response, 500, { problems: [ownFault(error)] });
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!guard.isMeant(request)) return refuse(response, 421, foreignHost);
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const token = url.searchParams.get("token");
    if (
      request.method === "GET" &&
      url.pathname === "/" &&
      token !== null &&
      (guard.isLetIn(request) || guard.admit(token, response))
    ) {
      response.writeHead(303, { location: "/" }).end();
      return;
    }
    if (url.pathname === "/invite" && key !== undefined && equal(String(request.headers["x-capstack-key"] ?? ""), key))
      return send(response, 200, { address: address() });
    if (!guard.isLetIn(request)) return refuse(response, 403, notLetIn);
    if (!url.pathname.startsWith("/api/")) return sendFile(response, files, url.pathname);
    const route = url.pathname.slice("/api/".length);
    if (request.method === "GET") {
      const ask = Object.hasOwn(answers.ask, route) ? answers.ask[route] : undefined;
      return ask ? send(response, 200, await ask(url.searchParams)) : refuse(response, 404, noSuchPage);
    }
    const act = request.method === "POST" && Object.hasOwn(answers.act, route) ? answers.act[route] : undefined;
    if (!act) return refuse(response, 404, noSuchPage);
    if (!guard.isOwn(request)) return refuse(response, 403, notLetIn);
    send(response, 200, await act(await readJson(request), url.searchParams));
  }

  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Ports that are tried after the first. */
const furtherPorts = 20;

/** Listens on the first free port from this one. */
async function listen(server: Server, first: number): Promise<void> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || port >= first + furtherPorts) throw error;
    }
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

function sendFile(response: ServerResponse, files: WebFiles, path: string): void {
  const file = files.get(path);
  if (!file) {
    refuse(response, 404, noSuchPage);
    return;
  }
  response.writeHead(200, { "content-type": file.type }).end(file.bytes);
}

/** A refusal that a person may meet in a browser: plain words. */
function refuse(response: ServerResponse, status: number, { message, fix }: Problem): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${message}\n${fix}\n`);
}

const foreignHost: Problem = {
  code: "foreign-host",
  message: "This server answers only by the names 127.0.0.1 and localhost.",
  fix: "Use the address that capstack open prints.",
};

const notLetIn: Problem = {
  code: "not-let-in",
  message: "This page opens from the address that capstack open prints, in one browser, once.",
  fix: "Run capstack open again: it prints another address for the same page.",
};

const noSuchPage: Problem = {
  code: "no-such-page",
  message: "There is nothing at this address.",
  fix: "The page itself is at /",
};

/** A fault of the program, not of what was asked. */
export function ownFault(error: unknown): Problem {
  return {
    code: "server-fault",
    message: `Capstack itself failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: "What was stored before stands. The terminal in which capstack open runs has the details.",
  };
}
