/**
 * How far do these figures lie apart? Mean with its standard error, deviation, ends and quantiles.
 *
 * Formula: quantiles by linear interpolation between the ordered figures; standard error s/√m of m draws.
 * Shapes: at least one figure; the array is not changed.
 * Source: R. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), definition 7.
 */

export interface Spread {
  readonly mean: number;
  readonly standardError: number;
  readonly deviation: number;
  readonly min: number;
  readonly p05: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export function spread(figures: Float64Array): Spread {
  const ordered = figures.slice().sort();
  const count = ordered.length;
  const mean = ordered.reduce((sum, each) => sum + each, 0) / count;
  const squares = ordered.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  return {
    mean,
    standardError: deviation / Math.sqrt(count),
    deviation,
    min: ordered[0]!,
    p05: quantile(ordered, 0.05),
    median: quantile(ordered, 0.5),
    p95: quantile(ordered, 0.95),
    max: ordered[count - 1]!,
  };
}

/** The quantile of ordered figures. */
export function quantile(ordered: Float64Array, part: number): number {
  const at = (ordered.length - 1) * part;
  const below = Math.floor(at);
  const above = Math.min(below + 1, ordered.length - 1);
  return ordered[below]! + (at - below) * (ordered[above]! - ordered[below]!);
}
