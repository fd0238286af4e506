/** Which currency do a sign, a code or a word mean? ISO 4217 codes. */

/** Currencies by their signs. */
export const currencySigns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
  }),
);

/** Currencies by the letters before a dollar sign. */
export const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: "USD",
    u: "USD",
    c: "CAD",
    ca: "CAD",
    a: "AUD",
    au: "AUD",
    hk: "HKD",
    s: "SGD",
    nt: "TWD",
    t: "TWD",
    nz: "NZD",
    r: "BRL",
    cn: "CNY",
  }),
);

/** Currencies by their codes and short forms, in lower case. */
export const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    usd: "USD",
    eur: "EUR",
    gbp: "GBP",
    jpy: "JPY",
    inr: "INR",
    cny: "CNY",
    rmb: "CNY",
    nok: "NOK",
    sek: "SEK",
    dkk: "DKK",
    chf: "CHF",
    cad: "CAD",
    aud: "AUD",
    hkd: "HKD",
    sgd: "SGD",
    krw: "KRW",
    twd: "TWD",
    aed: "AED",
    sar: "SAR",
    pln: "PLN",
    ils: "ILS",
    brl: "BRL",
    rs: "INR",
    kr: "SEK",
    skr: "SEK",
    nkr: "NOK",
    dkr: "DKK",
    ntd: "TWD",
    isk: "ISK",
    zar: "ZAR",
    qar: "QAR",
  }),
);

/** Currencies by their names. */
export const currencyWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dollar: "USD",
    dollars: "USD",
    bucks: "USD",
    euro: "EUR",
    euros: "EUR",
    pound: "GBP",
    pounds: "GBP",
    sterling: "GBP",
    yen: "JPY",
    yuan: "CNY",
    renminbi: "CNY",
    rupee: "INR",
    rupees: "INR",
    francs: "CHF",
    won: "KRW",
    dirhams: "AED",
    riyals: "SAR",
    kronor: "SEK",
    kroner: "NOK",
    zloty: "PLN",
    shekels: "ILS",
  }),
);

/** Currencies by the nation before their name; empty where the name alone tells: "Swiss francs". */
export const nations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: "USD",
    american: "USD",
    canadian: "CAD",
    australian: "AUD",
    singapore: "SGD",
    taiwan: "TWD",
    "new taiwan": "TWD",
    "hong kong": "HKD",
    "new zealand": "NZD",
    norwegian: "NOK",
    danish: "DKK",
    swedish: "",
    swiss: "",
  }),
);
