/** Builds a reader from registers: text → sentences → mentions → anchors → claims. */

import type { Span } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import type { Registers } from "../model/party.ts";
import { type AnalysedSentence, analyse, compilePatterns } from "./analyse.ts";
import { type Draft, groundClaims } from "./ground.ts";
import { type Decoder, decoder, nameJudge, type ReaderWeights } from "./learned/decode.ts";
import { statusFeatures } from "./learned/features.ts";
import { classifier } from "./learned/linear.ts";
import weights from "./learned/weights.json" with { type: "json" };
import type { Match } from "./match.ts";
import type { NameJudge } from "./mentions.ts";
import { attribution, moodOf } from "./mood.ts";
import { type NameIndex, nameIndex } from "./names.ts";
import { patterns } from "./patterns/all.ts";
import { periodOf } from "./periods.ts";
import type { Reader, Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

export const patternIndex = compilePatterns(patterns);

/** A reader that knows these parties and chips; it can be used for any number of documents. */
export function createReader(registers: Registers, trained: ReaderWeights = weights): Reader {
  const names = nameIndex(registers);
  const decode = decoder(trained);
  const judge = nameJudge(trained.names);
  const statusOf = classifier(trained.statuses);
  return (document) => ({ value: read(document, names, judge, decode, statusOf), problems: [] });
}

function read(
  document: Document,
  names: NameIndex,
  judge: NameJudge,
  decode: Decoder,
  statusOf: ReturnType<typeof classifier>,
): Reading {
  const analysis = analyse(document, names, patternIndex, judge);
  const drafts = analysis.sentences.flatMap((sentence) =>
    readSentence(document, sentence, decode, statusOf, analysis.currency),
  );
  return { document, claims: groundClaims(document, drafts), refusals: [], sentences: analysis.read.length };
}

function readSentence(
  document: Document,
  analysed: AnalysedSentence,
  decode: Decoder,
  statusOf: ReturnType<typeof classifier>,
  currency: string,
): Draft[] {
  const decoded = decode(analysed);
  if (decoded.length === 0) return [];
  const { context, times } = analysed;
  const { sentence, parsed } = context;
  const said = attribution(document.text.slice(sentence.sentence.start, sentence.sentence.end));
  return decoded.map(({ match, anchor }) => {
    const ruled = moodOf(match, parsed);
    const best = statusOf(statusFeatures(match.pattern.kind, match.pattern.status, ruled.status, anchor, context))[0];
    const mood = best ? { ...ruled, status: best.label as typeof ruled.status } : ruled;
    return {
      match,
      mood,
      period: periodOf(match, parsed, times),
      span: spanOf(match, sentence.tokens),
      ...said,
      currency,
    };
  });
}

function spanOf(match: Match, tokens: readonly Token[]): Span {
  return [tokens[match.first]!.start, tokens[match.next - 1]!.end];
}
