/** The network as two tables, links and companies; and the integration matrix, a block for each company. */

import type { PartyId } from "../../model/id.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import {
  type IntegrationRow,
  type Layer,
  layers,
  type NetworkCompany,
  type NetworkLink,
  stages,
} from "../../views/network-rows.ts";
import type { Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { sidesText, TakenMarks } from "./flows.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface NetworkView extends AnswerView {
  readonly links: readonly NetworkLink[];
  readonly companies: readonly NetworkCompany[];
  readonly inCircle: ReadonlyMap<PartyId, number>;
  readonly firmness: string;
  readonly by: Side;
}

const linkColumns: readonly Column[] = [
  { name: "from → to", wraps: true },
  { name: "what", wraps: true },
  { name: "amount", align: "right" },
  { name: "status" },
  { name: "id" },
  { name: "" },
];
const companyColumns: readonly Column[] = [
  { name: "company", wraps: true },
  { name: "kind" },
  { name: "pays", align: "right" },
  { name: "gets", align: "right" },
  { name: "links", align: "right" },
  { name: "circles", align: "right" },
  { name: "rank", align: "right" },
];

export function networkText(view: NetworkView, terminal: Terminal, wide: boolean): string {
  const { links, companies, inCircle, firmness, by, names, ids, question, data, command } = view;
  const { bold, dim } = paintOf(terminal);
  const marks = new TakenMarks();
  const width = wide ? null : tableWidth - 1;
  const titles: Readonly<Record<Layer, string>> = {
    money: "Money",
    compute: "Compute, credits and power",
    chips: "Chips",
    shares: "Shares given",
    debt: "Debt",
    owns: "Owns",
    rights: "Rights",
    leans: "Leans on",
  };
  const lines = [
    bold(`Network, ${firmness} and firmer, by ${by}`),
    ...layers.flatMap((layer) => {
      const own = links.filter((link) => link.layer === layer);
      if (own.length === 0) return [];
      const table = tableLines(
        linkColumns,
        own.map((link) => [
          sidesText(link.from, link.to, names),
          link.deal.kind.replaceAll("-", " "),
          link.text,
          statusText(link.status, terminal),
          ids.get(link.deal.id)!,
          marks.of(link.taken),
        ]),
        width,
      );
      return [bold(titles[layer]), ...table.slice(1).flat()];
    }),
    ...(companies.length === 0 ? ["Nothing links two companies at this firmness."] : [bold("Companies")]),
    ...tableLines(
      companyColumns,
      companies.map(({ party, kind, pays, gets, links: count, rank }) => [
        showable(names.party(party)),
        kind ?? "—",
        sumText(pays),
        sumText(gets),
        String(count),
        String(inCircle.get(party) || "—"),
        rank.toFixed(3),
      ]),
      width,
    )
      .slice(companies.length === 0 ? 1 : 0)
      .flatMap((own, index) => (index === 0 && companies.length > 0 ? own.map(dim) : own)),
    ...marks.lines(terminal),
    ...wrapParts(
      [
        `${companies.length} ${companies.length === 1 ? "company" : "companies"}`,
        counted(links.length, "link"),
        counted(new Set(links.map(({ deal }) => deal.id)).size, "deal"),
        "pays and gets: dollars in all over these statuses, — where none is stated",
        "rank: share of the money that ends up there, at the low ends",
        ...datesOf({ ...question, firmness: null }),
        `data ${data}`,
      ],
      tableWidth - 1,
    ),
    ...(links[0] ? [`Why: ${command(`why ${ids.get(links[0].deal.id)}`)}`] : []),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

function sumText(ends: Ends | null): string {
  return ends === null ? "—" : endsText("USD", ends);
}

/** Who has what along the chain. */
export function matrixText(
  view: NetworkView & { readonly rows: readonly IntegrationRow[] },
  terminal: Terminal,
): string {
  const { rows, firmness, names, ids, question, data } = view;
  const { bold } = paintOf(terminal);
  const blocks = rows.flatMap(({ party, kind, stages: own }) => [
    bold(`${showable(names.party(party))}${kind === null ? "" : `, ${kind}`}`),
    ...stages.flatMap((stage) => {
      const told = own[stage].map(({ what, deal }) =>
        deal === null
          ? `${showable(what)} [register]`
          : `${showable(what)} ${statusText(deal.status, terminal)} ${ids.get(deal.id)}`,
      );
      const text = told.length === 0 ? "not stated here" : told.join("; ");
      return wrapText(text, tableWidth - 14).map((line, index) => `  ${(index === 0 ? stage : "").padEnd(9)} ${line}`);
    }),
  ]);
  const lines = [
    bold(`Who has what, from chips to capital, ${firmness} and firmer`),
    ...blocks,
    ...wrapParts(
      [
        `${rows.length} ${rows.length === 1 ? "company" : "companies"}`,
        ...datesOf({ ...question, firmness: null }),
        `data ${data}`,
      ],
      tableWidth - 1,
    ),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}
