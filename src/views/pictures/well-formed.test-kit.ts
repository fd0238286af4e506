import assert from "node:assert/strict";

/** Every tag closed in its order, every attribute quoted, every ampersand one of the five entities. */
export function assertWellFormed(svg: string): void {
  const open: string[] = [];
  let rest = svg.trim();
  while (rest !== "") {
    const match = /^(?:<\/([a-z]+)>|<([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>|([^<>]+))/.exec(rest);
    assert.ok(match, rest.slice(0, 80));
    const [whole, closed, opened, attributes = "", alone, text = ""] = match;
    if (closed !== undefined) assert.equal(open.pop(), closed);
    if (opened !== undefined && alone === "") open.push(opened);
    assert.ok(!/&(?!(?:amp|lt|gt|quot|apos);)/.test(attributes + text), whole);
    rest = rest.slice(whole!.length);
  }
  assert.deepEqual(open, []);
}
