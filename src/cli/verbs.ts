/** The verb table: every verb that exists, in the order in which help lists them. Help and docs/cli.md come from here. */

import type { Verb } from "./verb.ts";
import { answerVerbs } from "./verbs/answer-verbs.ts";
import { claimVerbs } from "./verbs/claim-verbs.ts";
import { recordVerbs } from "./verbs/record-verbs.ts";

export const verbs: readonly Verb[] = [...claimVerbs, ...answerVerbs, ...recordVerbs];
