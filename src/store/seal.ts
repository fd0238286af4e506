/** A seal shows whether a text is still what was written: disks and copies change bytes that no database notices. */

import { hash } from "node:crypto";
import { Damage } from "./fault.ts";

/** 16 digits of its SHA-256. */
export function sealOf(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}

/** A sealed JSON text as its value. */
export function unsealed<T>({ body, seal }: { readonly body: string; readonly seal: string }, what: string): T {
  if (sealOf(body) !== seal) throw new Damage(`${what} is not what was written`);
  return JSON.parse(body) as T;
}
