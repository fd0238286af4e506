/** What every printed answer has around it: names, short ids of deals, the dates asked about, the hash, and commands as this person would type them. */

import type { DealId } from "../../model/id.ts";
import type { Question } from "../question.ts";
import type { Names } from "./findings.ts";

export interface AnswerView {
  readonly names: Names;
  readonly ids: ReadonlyMap<DealId, string>;
  readonly question: Question;
  readonly data: string;
  readonly command: (words: string) => string;
}
