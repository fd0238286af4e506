/**
 * Who may ask? Only the browser of the person who started the server.
 *
 * The address that is printed holds a token that is good once: it is exchanged for a cookie. Other pages of the same browser are kept out by the cookie's
 * SameSite, by the Host header (a foreign name that was pointed at 127.0.0.1 is refused) and, for whatever writes, by Origin and a JSON content type.
 */

import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export interface Guard {
  /** A new address within the server, good once. */
  readonly invite: () => string;
  /** Whether the request is for this server by one of its own names. */
  readonly isMeant: (request: IncomingMessage) => boolean;
  /** Whether it carries the cookie. */
  readonly isLetIn: (request: IncomingMessage) => boolean;
  /** Exchanges a token for the cookie; false where the token is not good. */
  readonly admit: (token: string, response: ServerResponse) => boolean;
  /** Whether what it asks for comes from our own page. */
  readonly isOwn: (request: IncomingMessage) => boolean;
}

/** A guard for a server on that port of 127.0.0.1. */
export function createGuard(port: () => number): Guard {
  const session = secret();
  const tokens = new Set<string>();
  // Cookies do not tell ports apart: two books in one browser need two names.
  const cookieName = (): string => `capstack-${port()}`;
  return {
    invite: () => {
      const token = secret();
      tokens.add(token);
      return `/?token=${token}`;
    },
    isMeant: ({ headers }) => names(port()).includes(headers.host ?? ""),
    isLetIn: ({ headers }) =>
      (headers.cookie ?? "").split(/;\s*/).some((pair) => {
        const [name, value = ""] = pair.split("=");
        return name === cookieName() && equal(value, session);
      }),
    admit: (token, response) => {
      if (!tokens.delete(token)) return false;
      response.setHeader("set-cookie", `${cookieName()}=${session}; HttpOnly; SameSite=Strict; Path=/`);
      return true;
    },
    isOwn: ({ headers }) =>
      headers.origin === `http://${headers.host}` && /^application\/json\b/.test(headers["content-type"] ?? ""),
  };
}

/** Sent with every answer. Nothing is fetched from elsewhere, no script or style stands in a page, and no page may frame ours. */
export const safeHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** 256 bits that nobody guesses. */
export function secret(): string {
  return randomBytes(32).toString("base64url");
}

function names(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Takes as long for any two secrets. */
export function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
