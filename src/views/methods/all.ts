/** Which methods are there? All of them, in the order in which `capstack method --list` names them. */

import { addMonths } from "./cash-add-months.ts";
import { dayCount } from "./cash-day-count.ts";
import { ladder } from "./cash-ladder.ts";
import { listingReturns } from "./cash-listing-returns.ts";
import { recognition } from "./cash-recognition.ts";
import { runway } from "./cash-runway.ts";
import { sourcesAndUses } from "./cash-sources-and-uses.ts";
import { xirr } from "./cash-xirr.ts";
import { hhi, layersOverTime, networkHhi } from "./concentration.ts";
import { debtRankMethod } from "./debt-rank.ts";
import { cascade } from "./default-cascade.ts";
import { eisenbergNoe } from "./eisenberg-noe.ts";
import { ensembleMethod } from "./ensemble.ts";
import { inputOutputMethod } from "./input-output.ts";
import type { Method } from "./method.ts";
import { bounds } from "./ownership-bounds.ts";
import { capTable } from "./ownership-cap-table.ts";
import { common } from "./ownership-common.ts";
import { control } from "./ownership-control.ts";
import { egjCascade } from "./ownership-egj-cascade.ts";
import { integrated } from "./ownership-integrated.ts";
import { revenueAtRiskMethod } from "./revenue-at-risk.ts";
import { rogersVeraart } from "./rogers-veraart.ts";

export const methods: readonly Method[] = [
  integrated,
  bounds,
  control,
  common,
  egjCascade,
  capTable,
  ladder,
  recognition,
  sourcesAndUses,
  runway,
  dayCount,
  addMonths,
  xirr,
  listingReturns,
  eisenbergNoe,
  rogersVeraart,
  cascade,
  debtRankMethod,
  revenueAtRiskMethod,
  inputOutputMethod,
  ensembleMethod,
  hhi,
  networkHhi,
  layersOverTime,
];
