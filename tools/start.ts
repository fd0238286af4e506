/** `npm start`: what is this, and what does it find? Runs the demo, says what to try next, and where a person sits at a terminal opens the book in the browser. */

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
  // A build that runs this must come to its end; whoever sits before a terminal ends it with Ctrl-C.
  if (process.stdin.isTTY && process.stdout.isTTY && !process.env.CI) {
    console.log("\n$ npx capstack open");
    // Ctrl-C goes to both: this one waits for the other's end.
    process.on("SIGINT", () => {});
    spawnSync(process.execPath, ["bin/capstack.js", "open"], { cwd: root, stdio: "inherit" });
  } else console.log("  npx capstack open                                   the book in a browser");
}
process.exitCode = status ?? 1;
