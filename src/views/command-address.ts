/** Where on the page is what a command prints? Both doors take the same words, filters and days. */

export interface WrittenCommand {
  readonly verb: string;
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, string | undefined>>;
}

/** Flags that mean the same as parameters of an address, on every screen. */
const controls = ["at", "as-of", "known-on", "firm", "by"] as const;

const tabs: Readonly<Record<string, string>> = {
  own: "ownership",
  runway: "runway",
  exposure: "exposure",
};

/** `#/network?focus=openai&firm=signed`; null where no screen shows what the command prints. */
export function commandAddress({ verb, operands, flags }: WrittenCommand): string | null {
  const given = Object.fromEntries(controls.map((name) => [name, flags[name]]));
  const [first = ""] = operands;
  const at = (path: string, own: Readonly<Record<string, string | undefined>> = {}): string => {
    const query = Object.entries({ ...own, ...given })
      .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`] : []))
      .join("&");
    return `#/${path}${query === "" ? "" : `?${query}`}`;
  };
  switch (verb) {
    case "open":
    case "docs":
      return at("evidence");
    case "claims":
      return at("claims", { q: operands.join(" ") });
    case "conflicts":
      return at("claims", { q: [...operands, "conflict"].join(" ") });
    case "network":
    case "circles":
      return at("network", { focus: first, hops: flags.hops, without: flags.without, layers: flags.layers });
    case "flows": {
      const [from, to] = flags.window?.split("..") ?? [];
      const { basis, unit, fold, order } = flags;
      return at("flows", { from, to: to ?? from, basis, unit, fold, order });
    }
    case "company": {
      const { basis, rate, quarters } = flags;
      const isLadder = flags.obligations !== undefined || (basis ?? quarters) !== undefined;
      const own = { tab: isLadder ? "obligations" : "", basis, rate, quarters };
      return at(first === "" ? "company" : `company/${encodeURIComponent(first)}`, own);
    }
    case "deal":
      return at(first === "" ? "deal" : `deal/${encodeURIComponent(first)}`);
    case "deals":
      return at("deal", { q: operands.join(" ") });
    case "own":
    case "runway":
    case "exposure":
      return at(first === "" ? "company" : `company/${encodeURIComponent(first)}`, { tab: tabs[verb] });
    default:
      return null;
  }
}

/** The commands that have a screen. */
export const shownVerbs = [
  ...["open", "docs", "claims", "conflicts", "network", "circles", "flows", "company", "own", "runway", "exposure"],
  ...["deals", "deal", "why"],
] as const;
