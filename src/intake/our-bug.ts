/** Our own program broke on one document: what is told of it, while the others go on. */

import type { Problem, Result } from "../model/problem.ts";
import type { Arrival } from "../store/keep-readings.ts";
import type { Job } from "./arrive.ts";

/** Whether a problem is our own bug. */
export function isOurBug({ code }: Problem): boolean {
  return code === "our-bug";
}

/** A job that came to no end. A file is added later by the same command; a document of the book keeps the reading that it had. */
export function brokenJob(job: Job, error: unknown): Result<Arrival | null> {
  return { value: null, problems: [bugProblem(job, error)] };
}

function bugProblem(job: Job, error: unknown): Problem {
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  const said = `${name}: ${message.split("\n")[0]!.slice(0, 120)}`;
  const broke = `Capstack broke on this text (${said}). That is our bug, not yours.`;
  if ("document" in job) {
    const { title, id } = job.document;
    return {
      code: "our-bug",
      message: `${broke} Its older reading stays.`,
      place: { file: title ?? id.slice(0, 12) },
      fix: "Report it with the text: capstack export has it. Then a version that mends it: capstack add --again",
    };
  }
  const file = "file" in job ? job.file : job.name;
  return {
    code: "our-bug",
    message: `${broke} Nothing of it was kept.`,
    place: { file },
    fix: `Report what this prints, with the text: capstack read ${"file" in job ? file : "-"} --debug`,
  };
}
