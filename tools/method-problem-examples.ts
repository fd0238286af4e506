/** Problems of the plain input that methods take. */

import { problemText } from "../src/cli/render/problem.ts";
import { type InputFields, readInput } from "../src/views/methods/read-input.ts";
import type { ProblemExample } from "./problem-examples.ts";

const triangle = '{"n": 3, "edges": [[0, 1, 5], [1, 3, 5], [2, 0, "5"]]}';
const misspelt = '{"n": 1, "edges": [], "dampnig": 0.9}';
const wrongRows = JSON.stringify({ n: 1, edges: Array.from({ length: 24 }, () => [0]) });

export const methodProblemExamples: readonly ProblemExample[] = [
  told("bad-input", "edges that do not fit their n", triangle),
  told("further-bad-input", "a list of 24 rows, all wrong", wrongRows),
  told("unknown-input-field", "a misspelt field", misspelt),
];

/** What is said of an input by a method that takes n, edges and damping; of many faults the last is the example. */
function told(code: string, what: string, text: string): ProblemExample {
  const cause = (): string => {
    const { problems } = readFields(readInput(JSON.parse(text), ["n", "edges", "damping"]));
    return problems
      .filter((problem) => problem.code === code)
      .map(problemText)
      .join("");
  };
  return { code, input: `${what}:\n  ${text.length > 100 ? `${text.slice(0, 99)}…` : text}`, cause };
}

function readFields(fields: InputFields): ReturnType<InputFields["answer"]> {
  fields.edges("edges", fields.count("n"));
  return fields.answer(() => ({}));
}
