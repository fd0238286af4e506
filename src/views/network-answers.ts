/** What does the page of the network get to know? The schema of the answers that the server sends and the web reads. */

import type { Status } from "../model/claim.ts";
import type { Layer } from "./network-rows.ts";
import type { NetworkShare } from "./pictures/network-fold.ts";
import type { NetworkScene } from "./pictures/network-scene.ts";

/** The network on a question: its picture, and all that stands in it as words. */
export interface NetworkAnswer {
  /** The day that holds, as it is drawn. */
  readonly asOf: string | null;
  readonly title: string;
  /** The picture; below a scene its legend and sources. */
  readonly picture: string;
  /** A network that the page draws itself, larger than a picture of one page; else null. */
  readonly scene: NetworkScene | null;
  /** What the picture is of a larger network; null where it is the whole. */
  readonly share: NetworkShare | null;
  readonly companies: readonly NetworkCompanyCard[];
  readonly circles: readonly CircleCard[];
  /** Those that close only below the firmness asked about. */
  readonly broken: readonly CircleCard[];
  readonly near: readonly { readonly text: string; readonly claims: readonly string[] }[];
  readonly notDrawn: readonly { readonly reason: string; readonly count: number }[];
  /** What is new, other or gone since the day that it is compared with; null where it is compared with none. */
  readonly changed: NetworkChange | null;
  /** The layers that the book has at all, and which are shown. */
  readonly layers: readonly {
    readonly layer: Layer;
    readonly name: string;
    readonly links: number;
    readonly shown: boolean;
  }[];
  readonly command: string;
}

export interface NetworkChange {
  readonly since: string;
  readonly come: readonly string[];
  readonly gone: readonly string[];
}

/** A company with what it gives and receives. */
export interface NetworkCompanyCard {
  readonly party: string;
  readonly name: string;
  readonly kind: string | null;
  readonly pays: string;
  readonly gets: string;
  readonly gives: readonly LinkCard[];
  readonly receives: readonly LinkCard[];
}

export interface LinkCard {
  readonly other: string;
  /** The company on the other side; null where none is named, and where the line is of both sides. */
  readonly party: string | null;
  /** "invests $10bn": with its verb. */
  readonly text: string;
  readonly layer: Layer;
  readonly status: Status;
  readonly differs: boolean;
  readonly deal: string;
  readonly claims: readonly string[];
}

export interface CircleCard {
  readonly id: string;
  readonly short: string;
  readonly path: string;
  readonly weakest: Status;
  /** Its loosest link in words. */
  readonly weakestLink: string;
  readonly links: readonly LinkCard[];
  readonly owners: readonly string[];
  readonly could: string;
  /** In the year after the day asked about; null where there is no such day. */
  readonly inWindow: string | null;
  readonly span: string;
  readonly tied: string;
  readonly tiedClaims: readonly string[];
  readonly claims: readonly string[];
}
