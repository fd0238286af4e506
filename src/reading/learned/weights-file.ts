/**
 * The trained weights as one file of bytes: the length of a header, the header in JSON, which says what stands where, and the numbers, little-endian.
 *
 * The numbers are not copied: what is read are views of the bytes.
 */

import type { TrainedNetwork } from "./network.ts";

/** What training gives. */
export interface ReaderWeights {
  /** The numbers of ordinary words. */
  readonly words: Int32Array;
  /** Which capitalised names are organisations. */
  readonly names: TrainedNetwork;
  /** Whom a pronoun or a description stands for. */
  readonly references: TrainedNetwork;
  readonly kinds: TrainedNetwork;
  /** Which party holds a role. */
  readonly roles: TrainedNetwork;
  /** Which chip family a claim speaks of. */
  readonly chips: TrainedNetwork;
  /** Which two parties hold two roles together. */
  readonly pairs: TrainedNetwork;
  readonly statuses: TrainedNetwork;
  /** Which claims that could be made are right. */
  readonly claims: TrainedNetwork;
}

const networks = ["names", "references", "kinds", "roles", "chips", "pairs", "statuses", "claims"] as const;
const parts = ["rows", "table", "scales", "shifts", "weights", "biases"] as const;

type Numbers = Uint8Array | Int32Array | Float32Array;
type Shape = Pick<TrainedNetwork, "outputs" | "conditions" | "width" | "step">;

interface Header {
  readonly networks: Readonly<Record<string, Shape>>;
  /** The count of each list of numbers, in the order in which they follow. */
  readonly counts: readonly number[];
}

/** The file of some weights; equal weights give equal bytes. */
export function weightsToBytes(weights: ReaderWeights): Uint8Array {
  const lists: Numbers[] = [weights.words, ...networks.flatMap((name) => parts.map((part) => weights[name][part]))];
  const shapes = networks.map((name): [string, Shape] => {
    const { outputs, conditions, width, step } = weights[name];
    return [name, { outputs, conditions, width, step }];
  });
  const header: Header = { networks: Object.fromEntries(shapes), counts: lists.map((list) => list.length) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const starts: number[] = [];
  let length = aligned(4 + text.length);
  for (const list of lists) {
    starts.push(length);
    length = aligned(length + list.byteLength);
  }
  const bytes = new Uint8Array(length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  lists.forEach((list, nth) => {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), starts[nth]!);
  });
  return bytes;
}

/** The weights in a file of them. */
export function weightsOfBytes(file: Uint8Array): ReaderWeights {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { networks: shapes, counts } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Header;
  let at = bytes.byteOffset + aligned(4 + size);
  let nth = 0;
  const next = <List extends Numbers>(make: {
    new (buffer: ArrayBufferLike, from: number, count: number): List;
    readonly BYTES_PER_ELEMENT: number;
  }): List => {
    const list = new make(bytes.buffer, at, counts[nth++]!);
    at = aligned(at + list.byteLength);
    return list;
  };
  const words = next(Int32Array);
  const read = (name: (typeof networks)[number]): TrainedNetwork => ({
    ...shapes[name]!,
    rows: next(Int32Array),
    table: next(Uint8Array),
    scales: next(Float32Array),
    shifts: next(Float32Array),
    weights: next(Float32Array),
    biases: next(Float32Array),
  });
  return {
    words,
    names: read("names"),
    references: read("references"),
    kinds: read("kinds"),
    roles: read("roles"),
    chips: read("chips"),
    pairs: read("pairs"),
    statuses: read("statuses"),
    claims: read("claims"),
  };
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}
