/** How does a person like the page? Kept in the book's configuration, so that the book looks the same wherever it is opened. */

export const themes = ["system", "light", "dark", "contrast"] as const;
export const quoteLengths = ["none", "short", "all"] as const;

export interface Preferences {
  readonly theme: (typeof themes)[number];
  /** Whether single letters are keys (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  readonly reduceMotion: boolean;
  /** Quotes in exports: none, the first 300 characters, or all. */
  readonly quotes: (typeof quoteLengths)[number];
  /** First steps that are done; `closed` among them puts the list away. */
  readonly steps: readonly string[];
  /** Keys that a person chose in place of the usual ones: the name of what is done → one key as the page's key table writes it. */
  readonly keys: Readonly<Record<string, string>>;
  /** Filters that are asked again and again, in the order in which they were saved. */
  readonly filters: readonly SavedFilter[];
}

export interface SavedFilter {
  readonly name: string;
  readonly filter: string;
}

export const usualPreferences: Preferences = {
  theme: "system",
  letterKeys: true,
  reduceMotion: false,
  quotes: "all",
  steps: [],
  keys: {},
  filters: [],
};

/** Reads preferences of a file or a request; what is no such value is left as usual. */
export function readPreferences(value: unknown, before: Preferences = usualPreferences): Preferences {
  const told = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const { letterKeys, reduceMotion, steps, keys, filters } = told;
  return {
    theme: themes.find((theme) => theme === told.theme) ?? before.theme,
    letterKeys: typeof letterKeys === "boolean" ? letterKeys : before.letterKeys,
    reduceMotion: typeof reduceMotion === "boolean" ? reduceMotion : before.reduceMotion,
    quotes: quoteLengths.find((length) => length === told.quotes) ?? before.quotes,
    steps: Array.isArray(steps) ? steps.filter((step) => typeof step === "string").slice(0, 20) : before.steps,
    keys: typeof keys === "object" && keys !== null && !Array.isArray(keys) ? ownKeys(keys) : before.keys,
    filters: Array.isArray(filters) ? filters.flatMap((each) => savedFilter(each) ?? []).slice(0, 50) : before.filters,
  };
}

function ownKeys(keys: object): Preferences["keys"] {
  const texts = Object.entries(keys).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && /^.{1,20}$/s.test(entry[1]),
  );
  return Object.fromEntries(texts.slice(0, 200));
}

function savedFilter(value: unknown): SavedFilter | null {
  const { name, filter } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || typeof filter !== "string" || name.trim() === "") return null;
  return { name: name.trim().slice(0, 60), filter };
}
