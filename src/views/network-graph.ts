/**
 * The network for programs that draw and measure graphs: GEXF for Gephi, GraphML for all others. Companies are nodes, links are directed edges with what moves, how
 * firm, how much in its own unit, and the claims that they rest on.
 *
 * Sources: GEXF 1.3, gexf.net; GraphML, graphml.graphdrawing.org.
 */

import type { PartyId } from "../model/id.ts";
import { unitOf } from "../model/smallest-unit.ts";
import { decimalText } from "./ledger-rows.ts";
import type { NetworkCompany, NetworkLink } from "./network-rows.ts";
import { xmlText } from "./pictures/drawing.ts";

export interface GraphInput {
  readonly companies: readonly NetworkCompany[];
  readonly links: readonly NetworkLink[];
  readonly nameOf: (party: PartyId) => string;
  /** Dates, firmness and hash, in words. */
  readonly about: string;
}

const edgeFields = ["layer", "status", "unit", "low", "high", "deal", "claims"] as const;
type EdgeField = (typeof edgeFields)[number];

interface Edge {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly fields: Readonly<Record<EdgeField, string>>;
}

/** Links with both sides; an amount that is open or not stated is left out, never 0. */
function edgesOf(links: readonly NetworkLink[]): Edge[] {
  return links.flatMap(({ from, to, layer, status, commodity, amount, deal }) => {
    if (from === null || to === null) return [];
    const [low, high] =
      commodity === null || amount === null
        ? ["", ""]
        : [decimalText(commodity, amount.low), amount.high === null ? "" : decimalText(commodity, amount.high)];
    const unit = commodity === null ? "" : unitOf(commodity);
    return [{ from, to, fields: { layer, status, unit, low, high, deal: deal.id, claims: deal.claims.join(" ") } }];
  });
}

const numbers: ReadonlySet<EdgeField> = new Set(["low", "high"]);

export function gexfOf({ companies, links, nameOf, about }: GraphInput): string {
  const nodes = companies.map(
    ({ party, kind }) =>
      `<node id="${xmlText(party)}" label="${xmlText(nameOf(party))}"><attvalues><attvalue for="kind" value="${xmlText(kind ?? "")}"/></attvalues></node>`,
  );
  const edges = edgesOf(links).map(
    ({ from, to, fields }, index) =>
      `<edge id="${index}" source="${xmlText(from)}" target="${xmlText(to)}" type="directed" kind="${fields.layer}"><attvalues>${told(
        fields,
      )
        .map(([name, value]) => `<attvalue for="${name}" value="${xmlText(value)}"/>`)
        .join("")}</attvalues></edge>`,
  );
  const attributes = edgeFields.map(
    (name) => `<attribute id="${name}" title="${name}" type="${numbers.has(name) ? "double" : "string"}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Capstack</creator><description>${xmlText(about)}</description></meta>
<graph defaultedgetype="directed" mode="static">
<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>
<attributes class="edge">${attributes.join("")}</attributes>
<nodes>
${nodes.join("\n")}
</nodes>
<edges>
${edges.join("\n")}
</edges>
</graph>
</gexf>
`;
}

export function graphmlOf({ companies, links, nameOf, about }: GraphInput): string {
  const keys = [
    `<key id="name" for="node" attr.name="name" attr.type="string"/>`,
    `<key id="kind" for="node" attr.name="kind" attr.type="string"/>`,
    ...edgeFields.map(
      (name) =>
        `<key id="${name}" for="edge" attr.name="${name}" attr.type="${numbers.has(name) ? "double" : "string"}"/>`,
    ),
  ];
  const nodes = companies.map(
    ({ party, kind }) =>
      `<node id="${xmlText(party)}"><data key="name">${xmlText(nameOf(party))}</data>${kind === null ? "" : `<data key="kind">${xmlText(kind)}</data>`}</node>`,
  );
  const edges = edgesOf(links).map(
    ({ from, to, fields }, index) =>
      `<edge id="e${index}" source="${xmlText(from)}" target="${xmlText(to)}">${told(fields)
        .map(([name, value]) => `<data key="${name}">${xmlText(value)}</data>`)
        .join("")}</edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${xmlText(about)}</desc>
${keys.join("\n")}
<graph edgedefault="directed">
${nodes.join("\n")}
${edges.join("\n")}
</graph>
</graphml>
`;
}

function told(fields: Edge["fields"]): [string, string][] {
  return edgeFields.flatMap((name): [string, string][] => (fields[name] === "" ? [] : [[name, fields[name]]]));
}
