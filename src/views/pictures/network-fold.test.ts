import assert from "node:assert/strict";
import { test } from "node:test";
import { seededNetwork } from "../../../bench/seeded-network.ts";
import type { PartyId } from "../../model/id.ts";
import { overlaps } from "./drawing.ts";
import { arcsOf } from "./network-arcs.ts";
import { networkDrawing } from "./network-drawing.ts";
import { drawnKeys, pageArcs, pairsAround } from "./network-fold.ts";
import { networkPicture } from "./network-picture.ts";
import { isFold, pageCompanies } from "./network-places.ts";

const large = { ...seededNetwork(150, 900, 7), whole: false };
const small = { ...seededNetwork(40, 200, 7), whole: false };

test("up to 60 companies and 300 arcs nothing is left out, and nothing is told of it", () => {
  const drawing = networkDrawing(small);
  assert.equal(drawing.share, null);
  assert.equal(drawing.arcs.length, arcsOf(small.links).arcs.length);
  assert.deepEqual(drawing, networkDrawing({ ...small, whole: true }));
  assert.ok(!networkPicture(small).includes("showing"));
});

test("of a larger network 300 arcs are drawn and 60 companies stand, and the counts come out", () => {
  const { arcs, nodes, share, notDrawn } = networkDrawing(large);
  assert.ok(arcs.length === pageArcs && nodes.length <= pageCompanies);
  const all = arcsOf(large.links).arcs;
  assert.equal(share!.allFlows, all.length);
  assert.equal(
    share!.flows,
    arcs.reduce((sum, { flows }) => sum + flows, 0),
  );
  assert.equal(share!.folded, 150 - nodes.filter(({ party }) => !isFold(party)).length);
  const rest = [...notDrawn].find(([reason]) => reason.includes("of most dollars"))![1];
  const within = notDrawn.get("both sides are folded into one") ?? 0;
  assert.equal(share!.flows + rest + within, all.length);
  assert.match(
    networkPicture(large),
    /showing \d+ of \d+ flows in 300 arcs, \d+ % of dollars; \d+ companies stand together/,
  );
});

test("the share of dollars is that of the flows drawn, added up by hand", () => {
  const { arcs, share } = networkDrawing(large);
  const shown = new Set(arcs.flatMap(({ deals, layer }) => (layer === "money" ? deals : [])));
  let [drawn, all] = [0, 0];
  for (const { layer, commodity, amount, deal, from, to, status } of large.links) {
    if (layer !== "money" || commodity !== "USD" || !amount || !from || !to) continue;
    const cents = amount.low > 0 ? amount.low : (amount.high ?? 0);
    all += cents;
    if (shown.has(deal.id) && arcs.some((arc) => arc.deals.includes(deal.id) && arc.status === status)) drawn += cents;
  }
  assert.ok(Math.abs(share!.dollars! - drawn / all) < 1e-9);
});

test("no arc that is left out has more dollars than one that is drawn", () => {
  const { arcs } = networkDrawing(large);
  const least = Math.min(...arcs.map(({ cents }) => cents));
  const drawn = new Set(arcs.map(({ from, to, layer, status }) => `${from} ${to} ${layer} ${status}`));
  const stands = new Set(arcs.flatMap(({ from, to }) => [from, to]).filter((party) => !isFold(party)));
  for (const { from, to, layer, status, cents } of arcsOf(large.links).arcs)
    if (stands.has(from) && stands.has(to) && !drawn.has(`${from} ${to} ${layer} ${status}`)) assert.ok(cents <= least);
});

test("which companies are folded hangs on no date, and those asked about never are", () => {
  const placesIn = (links: typeof large.links) =>
    new Map(networkDrawing({ ...large, links }).nodes.map(({ party, centre }) => [party, centre]));
  const [early, late] = [placesIn(large.links.slice(0, 200)), placesIn(large.links)];
  for (const [party, place] of early) if (late.has(party)) assert.deepEqual(place, late.get(party));
  const folded = [...large.parties.keys()].find((party) => !late.has(party))!;
  const about: ReadonlySet<PartyId> = new Set([folded]);
  const own = large.links.filter(({ from, to }) => from === folded || to === folded);
  assert.ok(networkDrawing({ ...large, links: own, about }).nodes.some(({ party }) => party === folded));
});

test("an arc is the same on another day although it is folded", () => {
  const keys = drawnKeys(large.links, large);
  const { arcs } = networkDrawing(large);
  for (const { from, to, layer, status, label } of arcs)
    assert.ok(keys.has(`${from} ${to} ${layer} ${status} ${label}`));
});

test("around a company of a large book only what surrounds it has a place; in a small one everything", () => {
  const [party] = large.everLinked[0]!;
  const near = pairsAround(large.everLinked, new Set([party]), 1);
  assert.ok(near.length > 0 && near.every((pair) => pair.includes(party)));
  assert.ok(pairsAround(large.everLinked, new Set([party]), 2).length > near.length);
  assert.equal(pairsAround(small.everLinked, new Set([party]), 1), small.everLinked);
});

test("all of a large network: every company in a place of its own, in a page wider than high", () => {
  const { nodes, arcs, labels, width, height } = networkDrawing({ ...large, whole: true });
  assert.equal(nodes.length, 150);
  assert.equal(arcs.length, arcsOf(large.links).arcs.length);
  assert.ok(width > height);
  const boxes = nodes.map(({ centre: { x, y } }) => ({ x: x - 52, y: y - 40, width: 104, height: 80 }));
  for (const [index, box] of boxes.entries()) {
    assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height);
    for (const other of boxes.slice(index + 1)) assert.ok(!overlaps(box, other));
  }
  for (const [index, label] of labels.entries())
    for (const other of labels.slice(index + 1)) assert.ok(!overlaps(label, other));
});
