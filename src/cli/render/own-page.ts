/** What every part of the answer on owners is printed with: names, claims, tables, assumptions. */

import type { ClaimId, PartyId } from "../../model/id.ts";
import type { OwnAnswer } from "../../views/own/own-answer.ts";
import type { Question, Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import type { Names } from "./findings.ts";
import { TakenMarks } from "./flows.ts";
import { tableWidth } from "./reading.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface OwnView {
  readonly answer: OwnAnswer;
  /** Of what it is a unit, by the register. */
  readonly parent: PartyId | null;
  readonly firmness: string;
  readonly by: Side;
  readonly names: Names;
  readonly ids: ReadonlyMap<ClaimId, string>;
  readonly question: Question;
  readonly data: string;
  readonly command: (words: string) => string;
}

export class OwnPage {
  readonly view: OwnView;
  readonly terminal: Terminal;
  readonly wide: boolean;
  readonly marks = new TakenMarks();

  constructor(view: OwnView, terminal: Terminal, wide: boolean) {
    this.view = view;
    this.terminal = terminal;
    this.wide = wide;
  }

  name(party: PartyId): string {
    return showable(this.view.names.party(party));
  }

  /** The claim to quote first, and how many stand behind it; all of them where there is room. */
  claims(claims: readonly ClaimId[]): string {
    const { ids } = this.view;
    if (this.wide) return claims.map((id) => ids.get(id)).join(" ");
    return claims.length > 1 ? `${ids.get(claims[0]!)} +${claims.length - 1}` : (ids.get(claims[0]!) ?? "");
  }

  table(title: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
    return [paintOf(this.terminal).bold(title), ...this.cells(columns, rows, true)];
  }

  cells(columns: readonly Column[], rows: readonly (readonly string[])[], withHead = false): string[] {
    if (rows.length === 0) return [];
    const [head, ...body] = tableLines(columns, rows, this.wide ? null : tableWidth - 3);
    return [...(withHead ? this.dim(head!) : []), ...body.flat()].map((line) => `  ${line}`);
  }

  said(text: string): string[] {
    return wrapText(text, tableWidth - 5).map((line, index) => `  ${index === 0 ? "" : "  "}${line}`);
  }

  /** Parts with dots between, broken only between them; what is empty is left out. */
  parts(parts: readonly string[]): string[] {
    return wrapParts(parts.filter(Boolean), tableWidth - 5).map((line, index) => `  ${index === 0 ? "" : "  "}${line}`);
  }

  /** The line that adds what no source states. */
  assume(assumption: string): string[] {
    return [`  Assume it: ${this.view.command(`assume ${assumption} --because "…"`)}`];
  }

  dim(lines: readonly string[]): string[] {
    return lines.map(paintOf(this.terminal).dim);
  }
}
