#!/usr/bin/env node
/** Starts Capstack: from its sources in a checkout, from `dist/` in an installed package. */

import { existsSync } from "node:fs";
import * as module from "node:module";

const oldestNode = 24;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  console.error(
    `Capstack needs Node ${oldestNode} or newer; this is ${process.versions.node}. In a checkout run npm ci (it brings its own Node); else install from https://nodejs.org`,
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache();
  const sources = new URL("../src/cli/main.ts", import.meta.url);
  const { main } = await import(
    existsSync(sources) ? sources.href : new URL("../dist/cli/main.js", import.meta.url).href
  );
  await main(process.argv.slice(2));
}
