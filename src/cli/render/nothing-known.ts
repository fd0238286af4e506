/** What is said where somebody asks about a day before the first document? */

/** "Nothing was known on 2024-12-31; first claim: 2025-10-28." */
export function nothingKnownText(day: string, first: string): string {
  return `Nothing was known on ${day}; first claim: ${first}.`;
}
