/** All patterns, in the order in which a word's readings are tried. */

import type { Pattern } from "../pattern.ts";
import { acquisitionPatterns } from "./acquisition.ts";
import { chipPatterns } from "./chips.ts";
import { computePatterns } from "./compute.ts";
import { dependencePatterns } from "./dependence.ts";
import { financingPatterns } from "./financing.ts";
import { investmentPatterns } from "./investment.ts";
import { metricPatterns } from "./metrics.ts";
import { rightPatterns } from "./rights.ts";
import { stakePatterns } from "./stake.ts";
import { valuationPatterns } from "./valuation.ts";

export const patterns: readonly Pattern[] = [
  ...investmentPatterns,
  ...stakePatterns,
  ...valuationPatterns,
  ...acquisitionPatterns,
  ...computePatterns,
  ...chipPatterns,
  ...financingPatterns,
  ...rightPatterns,
  ...dependencePatterns,
  ...metricPatterns,
];
