/**
 * Does a layer of the industry become more or less concentrated from period to period?
 *
 * Formula: for each layer and period, H over the sellers of that layer, each with its sales of the period to others.
 * Assumes: every seller stands in one layer; sales are of one money, in the period in which they count.
 * Not for: periods that are not complete: few deals known look like few sellers.
 * Shapes: m sales with seller, customer, amount and period; layers and periods are numbered from 0. A cell without sales is null.
 *   O(m + layers × periods + sellers active).
 * Source: as for concentration.
 */

import { summedRows } from "../numeric/summed-rows.ts";
import { type Concentration, concentration } from "./concentration.ts";

export interface LayerPeriod {
  readonly layer: number;
  readonly period: number;
  readonly total: number;
  readonly sellers: number;
  /** Who sold most; of equals the one with the smallest number. */
  readonly largestSeller: number;
  readonly concentration: Concentration;
}

export interface DatedSales {
  readonly seller: Int32Array;
  readonly customer: Int32Array;
  readonly amount: Float64Array;
  readonly period: Int32Array;
}

/** One entry for each layer and period that has sales, by layer, then by period. */
export function concentrationOverTime(
  layerOf: Int32Array,
  periods: number,
  { seller, customer, amount, period }: DatedSales,
): LayerPeriod[] {
  const layers = layerOf.reduce((most, each) => Math.max(most, each + 1), 0);
  // One row for each layer and period, one column for each seller; sales to oneself fall out.
  const size = Math.max(layers * periods, layerOf.length);
  const cell = seller.map((each, sale) => layerOf[each]! * periods + period[sale]!);
  const counted = amount.map((each, sale) => (seller[sale] === customer[sale] ? 0 : each));
  const { offsets, columns, values } = summedRows(size, cell, seller, counted, "keep");
  const entries: LayerPeriod[] = [];
  for (let row = 0; row < layers * periods; row++) {
    const amounts = values.subarray(offsets[row]!, offsets[row + 1]!);
    const found = concentration(amounts);
    if (!found) continue;
    const most = amounts.reduce((largest, each) => Math.max(largest, each), 0);
    entries.push({
      layer: Math.floor(row / periods),
      period: row % periods,
      total: amounts.reduce((sum, each) => sum + each, 0),
      sellers: amounts.length,
      largestSeller: columns[offsets[row]! + amounts.indexOf(most)]!,
      concentration: found,
    });
  }
  return entries;
}
