/** The command that lists on the command line what a page shows. */

/** Which parameters of an address are flags of the command; what else an address may hold is a matter of the page. */
const flags = ["firm", "at", "as-of", "known-on"] as const;

/** A list by its filter, its order and the controls of its address. */
export function claimsCommand(filter: string, order: string, controls: Readonly<Record<string, string>>): string {
  return [
    "capstack claims",
    filter === "" ? "" : `'${filter.replaceAll("'", `'\\''`)}'`,
    order === "document" ? "" : `--sort ${order}`,
    ...flags.map((name) => (controls[name] ? `--${name} ${controls[name]}` : "")),
  ]
    .filter(Boolean)
    .join(" ");
}
