/** Problems of ownership that methods tell beside their answer. */

import { problemText } from "../src/cli/render/problem.ts";
import type { Method } from "../src/views/methods/method.ts";
import { bounds } from "../src/views/methods/ownership-bounds.ts";
import { control } from "../src/views/methods/ownership-control.ts";
import { integrated } from "../src/views/methods/ownership-integrated.ts";
import type { ProblemExample } from "./problem-examples.ts";

const percent = { n: 23, holdings: Array.from({ length: 22 }, (_, company) => [22, company, 40]) };
const almostClosed = {
  n: 3,
  holdings: [
    [0, 1, 1e-7],
    [1, 2, [0, 1]],
    [2, 1, [0, 0.9999999]],
  ],
  holders: [0],
};

export const ownershipProblemExamples: readonly ProblemExample[] = [
  told("bounds-not-settled", "two companies that may hold nearly all of each other", bounds, almostClosed),
  told("closed-ownership", "two companies that hold all of each other", integrated, {
    n: 2,
    holdings: [
      [0, 1, 1],
      [1, 0, 1],
    ],
  }),
  told("holdings-exceed-company", "60 % and 50 % of one company", integrated, {
    n: 3,
    holdings: [
      [0, 2, 0.6],
      [1, 2, 0.5],
    ],
  }),
  told("more-holdings-exceed", "shares in percent", integrated, percent),
  told("own-votes", "treasury shares among the votes", control, {
    n: 2,
    votes: [
      [0, 1, 0.4],
      [1, 1, 0.3],
    ],
  }),
];

function told(code: string, what: string, method: Method, input: unknown): ProblemExample {
  const text = JSON.stringify(input);
  const cause = (): string => {
    const { problems } = method.run(input);
    return problems
      .filter((problem) => problem.code === code)
      .map(problemText)
      .join("");
  };
  return { code, input: `${what}:\n  ${text.length > 100 ? `${text.slice(0, 99)}…` : text}`, cause };
}
