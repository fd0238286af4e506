/** `npm start`: what is this, and what does it find? Runs the demo, then says what to try next. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

console.log(`Capstack reads news and filings about the AI economy into claims of who pays whom, each tied to its exact sentence.
There is nothing to build: Node runs the sources. The demo reads the example book of the package, on this machine only.

$ npx capstack demo`);

const { status } = spawnSync(process.execPath, ["bin/capstack.js", "demo"], { cwd: root, stdio: "inherit" });
if (status === 0) {
  console.log(`
In this folder, try:
  npx capstack read YOUR.txt --published 2025-12-17   a text of yours
  npx capstack help                                   all commands
  npm test                                            all checks and tests`);
}
process.exitCode = status ?? 1;
