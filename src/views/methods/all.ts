/** Which methods are there? All of them, in the order in which `capstack method --list` names them. */

import { hhi, layersOverTime, networkHhi } from "./concentration.ts";
import { debtRankMethod } from "./debt-rank.ts";
import { cascade } from "./default-cascade.ts";
import { eisenbergNoe } from "./eisenberg-noe.ts";
import { ensembleMethod } from "./ensemble.ts";
import { inputOutputMethod } from "./input-output.ts";
import type { Method } from "./method.ts";
import { revenueAtRiskMethod } from "./revenue-at-risk.ts";
import { rogersVeraart } from "./rogers-veraart.ts";

export const methods: readonly Method[] = [
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
