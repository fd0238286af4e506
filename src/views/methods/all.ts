/** Which methods are there? All of them, in the order in which `capstack method --list` names them. */

import { circularityCompression } from "./circularity-compression.ts";
import { circularityCycles } from "./circularity-cycles.ts";
import { circularityPagerank } from "./circularity-pagerank.ts";
import { circularityRoundTrip } from "./circularity-round-trip.ts";
import { circularityRoundTripTemporal } from "./circularity-round-trip-temporal.ts";
import { circularityScc } from "./circularity-scc.ts";
import type { Method } from "./method.ts";

export const methods: readonly Method[] = [
  circularityScc,
  circularityCycles,
  circularityPagerank,
  circularityCompression,
  circularityRoundTrip,
  circularityRoundTripTemporal,
];
