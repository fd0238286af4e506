/** Short names of documents, as places are written with them: `004:0-140`. */

/** One name a path: its leading number where these tell all apart, else its file name without ending, else the path. */
export function shortNames(paths: readonly string[]): string[] {
  const stems = paths.map((path) => path.replace(/^.*[\\/]/, "").replace(/(?<=.)\.[^.]*$/, ""));
  const numbers = stems.map((stem) => /^\d+(?=[-_. ])/.exec(stem)?.[0] ?? "");
  if (numbers.every(Boolean) && new Set(numbers).size === numbers.length) return numbers;
  return new Set(stems).size === stems.length ? stems : [...paths];
}
