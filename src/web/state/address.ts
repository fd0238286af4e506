/** Where is the page? `#/evidence/06?claim=c-1f2e3d&at=2025-12-17`: the address is the view, and only what is not usual is written. */

export interface Address {
  readonly screen: Screen;
  /** What stands behind the screen: a document's number, a company's name. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Parameters that no screen knows: kept, and told. */
  readonly unknown: Readonly<Record<string, string>>;
}

export const screens = ["evidence", "claims", "network", "flows", "company", "deal"] as const;
export type Screen = (typeof screens)[number];

/** Parameters of the controls, which every screen has. */
export const controlParams = ["at", "as-of", "known-on", "firm", "by"] as const;

const knownParams: Readonly<Record<Screen, readonly string[]>> = {
  evidence: [...controlParams, "pin", "claim", "span", "order", "only", "view"],
  claims: [...controlParams, "pin", "q", "sort", "group", "cols"],
  network: [...controlParams, "pin", "without", "layers", "focus", "hops", "circle", "compare", "show"],
  flows: [...controlParams, "pin", "from", "to", "basis", "unit", "fold", "order", "circle", "show"],
  company: [...controlParams, "pin", "tab", "basis", "rate", "quarters", "show"],
  deal: [...controlParams, "pin", "q", "show"],
};

/** Reads an address; a screen that does not exist is the first. */
export function readAddress(hash: string): Address {
  const [, path = "", query = ""] = /^#?\/?([^?]*)(?:\?(.*))?$/s.exec(hash)!;
  const [first = "", ...rest] = path.split("/").map(decoded);
  const screen = screens.find((each) => each === first) ?? "evidence";
  // `#/evidence/004#1383-1472` names a range.
  const [document = "", range] = rest.join("/").split("#");
  const all = Object.fromEntries(new URLSearchParams(query.replace(/#(\d+-\d+)$/, "&span=$1")));
  if (range !== undefined) all.span = range;
  const isKnown = ([name]: [string, string]): boolean => knownParams[screen].includes(name);
  const entries = Object.entries(all);
  return {
    screen,
    path: document,
    params: Object.fromEntries(entries.filter(isKnown)),
    unknown: Object.fromEntries(entries.filter((entry) => !isKnown(entry))),
  };
}

/** Writes an address; what is empty is left out. */
export function writeAddress({ screen, path, params, unknown }: Address): string {
  const entries = Object.entries({ ...params, ...unknown }).filter(([, value]) => value !== "");
  const query = entries.map(([name, value]) => `${name}=${encoded(value)}`).join("&");
  return `#/${screen}${path === "" ? "" : `/${encoded(path)}`}${query === "" ? "" : `?${query}`}`;
}

/** The parameters of the controls, as the server takes them. */
export function controlsOf({ params }: Pick<Address, "params">): Record<string, string> {
  return Object.fromEntries(controlParams.flatMap((name) => (params[name] ? [[name, params[name]]] : [])));
}

/** Colons, commas and comparisons stay readable. */
function encoded(value: string): string {
  return encodeURIComponent(value)
    .replaceAll("%20", "+")
    .replace(/%(3A|2C|3E|3C|2F)/g, decodeURIComponent);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
