/** The lines of a page: a block a line, list items with "- ", table rows as "a | b | c". */

import { elementNode, type PageElement, type PageNode, textNode } from "./page.ts";

const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(
    " ",
  ),
);
const cells = new Set(["TD", "TH"]);
const unread = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "NOSCRIPT",
  "SVG",
  "IFRAME",
  "OBJECT",
  "TEXTAREA",
  "SELECT",
  "BUTTON",
]);

/** The text of an element. Walks without recursion: pages nest as deep as they like. */
export function textOfElement(root: PageElement): string {
  const lines: string[] = [];
  let line = "";
  let prefix = "";
  let row: string[] | null = null;
  const endLine = (): void => {
    const text = line.replace(/[^\S\u00a0]+/gu, " ").trim();
    if (text !== "" && text !== "|") lines.push(prefix + text);
    if (text !== "") prefix = "";
    line = "";
  };
  const endCell = (): void => {
    row?.push(line.replace(/\s+/gu, " ").trim());
    line = "";
  };
  const endRow = (): void => {
    const filled = row?.some((cell) => cell !== "") ? row.filter((cell) => cell !== "") : [];
    if (filled.length > 0) lines.push(filled.join(" | "));
    row = null;
    line = "";
  };

  for (const { node, closing } of walk(root)) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === textNode) {
      line += node.textContent;
    } else if (name === "TR") {
      if (closing) endRow();
      else {
        endLine();
        row = [];
      }
    } else if (cells.has(name)) {
      if (closing && row) endCell();
      else if (!row) endLine();
    } else if (row && blocks.has(name)) {
      // A block inside a cell does not break the row.
      line += " ";
    } else if (blocks.has(name)) {
      endLine();
      if (name === "LI" && !closing) prefix = "- ";
      else if (name === "LI" || name === "UL" || name === "OL") prefix = "";
    }
  }
  endLine();
  return lines.join("\n");
}

interface Step {
  readonly node: PageNode;
  readonly closing: boolean;
}

/** Every node that is read, in the order of the page; elements come twice, opening and closing. */
function* walk(root: PageNode): Generator<Step> {
  const stack: Step[] = [{ node: root, closing: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, closing } = step;
    const isElement = node.nodeType === elementNode;
    if (!isElement && node.nodeType !== textNode) continue;
    if (isElement && unread.has(node.nodeName.toUpperCase())) continue;
    yield step;
    if (closing || !isElement) continue;
    stack.push({ node, closing: true });
    const children: Step[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) children.push({ node: child, closing: false });
    for (const child of children.reverse()) stack.push(child);
  }
}
