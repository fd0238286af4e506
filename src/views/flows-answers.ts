/** What does the page of flows get to know? The schema of the answers that the server sends and the web reads. */

import type { Status } from "../model/claim.ts";

/** What an amount of a flow is: what of it falls due in the window, or all of its contract. */
export type Basis = "due" | "whole";

/** The flows of one window, one basis and one unit: their picture, and the same figures as lines. */
export interface FlowsAnswer {
  readonly title: string;
  /** Null where nothing is to be drawn. */
  readonly picture: string | null;
  readonly basis: Basis;
  readonly unit: string;
  /** Its first and its last day, and both in words. */
  readonly window: { readonly from: string; readonly to: string; readonly text: string };
  /** The windows that a key goes through: the year ahead, then the calendar years in which something falls due. */
  readonly windows: readonly { readonly from: string; readonly to: string; readonly text: string }[];
  readonly units: readonly { readonly unit: string; readonly rows: number }[];
  /** What arrows walk over, from the left and from the top; what goes back last. */
  readonly ribbons: readonly FlowRibbon[];
  readonly lines: readonly FlowLine[];
  readonly circles: readonly FlowCircle[];
  readonly notDrawn: readonly { readonly reason: string; readonly count: number }[];
  /** What was taken for granted, from A1. */
  readonly taken: readonly string[];
  /** The first day after the window on which something moves, where nothing does in it. */
  readonly next: string | null;
  /** Companies of the picture from the top down, by their columns from the left. */
  readonly columns: readonly {
    readonly title: string;
    readonly companies: readonly { readonly key: string; readonly name: string }[];
  }[];
  /** Names of the reader's order that are not in the picture. */
  readonly unplaced: readonly string[];
  /** Names of companies that the reader folded and of which nothing is in the picture. */
  readonly notFolded: readonly string[];
  /** Companies that stand folded. */
  readonly folded: readonly { readonly party: string; readonly name: string }[];
  readonly command: string;
}

/** A ribbon or a lane, as the picture's marks name it. */
export interface FlowRibbon {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
  readonly claims: readonly string[];
}

/** A flow as a row of a table. */
export interface FlowLine {
  readonly from: string;
  readonly to: string;
  readonly status: Status;
  /** What falls due in the window; "" where nothing has a day in it. */
  readonly due: string;
  readonly whole: string;
  readonly differs: boolean;
  readonly taken: readonly string[];
  /** Why it is not drawn; null where it is. */
  readonly left: string | null;
  readonly claims: readonly string[];
}

/** A circle of which something is drawn. */
export interface FlowCircle {
  readonly short: string;
  readonly number: number;
  readonly path: string;
  readonly weakest: Status;
  readonly weakestLink: string;
  readonly same: string;
  readonly tied: string;
  readonly claims: readonly string[];
}
