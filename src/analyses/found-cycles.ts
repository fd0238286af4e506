/** Cycles as a search finds them, in arrays that double; and the path that it stands on. */

export interface Cycles {
  readonly count: number;
  /** The nodes of cycle c, from its smallest, are nodes[starts[c]] … nodes[starts[c + 1] - 1]. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
  readonly bottlenecks: Float64Array;
  /** Why there may be more cycles than these; null where there are none. */
  readonly stoppedBy: "count" | "time" | null;
}

/** Cycles as they are found, in arrays that double. */
export interface GrowingCycles {
  count: number;
  path: Int32Array;
  cursor: Int32Array;
  /** How soon the nodes of the path would reach the start. */
  pathDistance: Int32Array;
  narrowest: Float64Array;
  /** Makes room for paths of this length. */
  readonly room: (length: number) => { readonly path: Int32Array };
  /** Keeps the first nodes of the path. */
  readonly keep: (length: number, bottleneck: number) => void;
  readonly all: () => Omit<Cycles, "stoppedBy">;
}

export function growingCycles(): GrowingCycles {
  let starts = new Int32Array(1025);
  let bottlenecks = new Float64Array(1024);
  let nodes = new Int32Array(8192);
  let used = 0;
  const growing: GrowingCycles = {
    count: 0,
    path: new Int32Array(2),
    cursor: new Int32Array(2),
    pathDistance: new Int32Array(2),
    narrowest: new Float64Array(2),
    room(length) {
      if (growing.path.length <= length) {
        growing.path = new Int32Array(length + 1);
        growing.cursor = new Int32Array(length + 1);
        growing.pathDistance = new Int32Array(length + 1);
        growing.narrowest = new Float64Array(length + 1);
      }
      return growing;
    },
    keep(length, bottleneck) {
      const count = growing.count++;
      if (count === bottlenecks.length) {
        bottlenecks = copied(bottlenecks, new Float64Array(2 * count));
        starts = copied(starts, new Int32Array(2 * count + 1));
      }
      while (used + length > nodes.length) nodes = copied(nodes, new Int32Array(2 * nodes.length));
      const { path } = growing;
      for (let at = 0; at < length; at++) nodes[used++] = path[at]!;
      bottlenecks[count] = bottleneck;
      starts[count + 1] = used;
    },
    all: () => ({
      count: growing.count,
      starts: starts.subarray(0, growing.count + 1),
      nodes: nodes.subarray(0, used),
      bottlenecks: bottlenecks.subarray(0, growing.count),
    }),
  };
  return growing;
}

function copied<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
