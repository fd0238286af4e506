/** Shows an address in this person's browser, where there is one. */

import { spawn } from "node:child_process";

/** Whether a browser was started. Over SSH, or without a screen, none is tried. */
export async function showInBrowser(
  address: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const program = browserProgram(env, platform);
  if (program === null) return false;
  const child = spawn(program[0]!, [...program.slice(1), address], { stdio: "ignore", detached: true });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}

/** The program that opens an address; null where no person sits before a screen of this machine. */
export function browserProgram(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] | null {
  if (env.SSH_CONNECTION || env.SSH_TTY) return null;
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open"] : null;
}
