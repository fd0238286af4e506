/** The paragraphs of a PDF's pages, from pieces of text with their places. */

/** A piece of text as the page sets it. `y` counts upwards. */
export interface Piece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** The text of all pages, a paragraph a line, without lines that repeat at the edges of most pages. */
export function textOfPages(pages: readonly (readonly Piece[])[]): string {
  const lines = pages.map(linesOf);
  const repeated = repeatedEdges(lines);
  return lines
    .map((page) =>
      paragraphs(
        page.filter((line, index) => !((index === 0 || index === page.length - 1) && repeated.has(shapeOf(line)))),
      ),
    )
    .filter((text) => text !== "")
    .join("\n");
}

/** Pieces of one height are one line, in their order from left to right. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.str.trim() === "") continue;
    const last = lines.at(-1);
    // Half a letter's height apart is still one line: figures and small capitals sit a little off.
    if (last && Math.abs(last[0]!.y - piece.y) < last[0]!.fontSize / 2) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map((row) => {
    const sorted = [...row].sort((one, other) => one.x - other.x);
    const last = sorted.at(-1)!;
    return {
      text: joined(sorted),
      left: sorted[0]!.x,
      right: last.x + last.width,
      y: sorted[0]!.y,
      size: Math.max(...sorted.map(({ fontSize }) => fontSize)),
    };
  });
}

/** Pieces side by side: a gap of a letter's width is a space, a gap of several is the next column of a table. */
function joined(pieces: readonly Piece[]): string {
  let text = "";
  let end = Number.NaN;
  for (const { str, x, width, fontSize } of pieces) {
    const gap = x - end;
    if (gap > 2 * fontSize) text += " | ";
    else if (gap > 0.15 * fontSize && !/\s$/.test(text) && !/^\s/.test(str)) text += " ";
    text += str;
    end = x + width;
  }
  return text.replace(/\s+/gu, " ").trim();
}

function paragraphs(lines: readonly Line[]): string {
  const widest = Math.max(...lines.map(({ left, right }) => right - left));
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before) text = line.text;
    else if (startsAnew(before, line, widest)) text += `\n${line.text}`;
    else if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text;
    else text += ` ${line.text}`;
  }
  return text;
}

/** A new paragraph: more space above it, another size of letters, a bullet, a table row, or a line that ended early. */
function startsAnew(before: Line, line: Line, widest: number): boolean {
  const gap = before.y - line.y;
  if (gap > 1.7 * line.size || gap < 0) return true;
  if (Math.abs(before.size - line.size) > 0.1 * line.size) return true;
  if (/^([•·▪–*-]\s|\(?\d{1,2}[.)]\s)/u.test(line.text) || line.text.includes(" | ") || before.text.includes(" | "))
    return true;
  return /[.!?:]["”’)]*$/.test(before.text) && before.right - before.left < 0.8 * widest;
}

/** Running heads and page numbers: the first or last line of more than half of the pages, digits aside. */
function repeatedEdges(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set([page[0], page.at(-1)].flatMap((line) => (line ? [shapeOf(line)] : [])));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  // Two pages that begin alike prove nothing yet.
  return new Set([...counts].filter(([, count]) => count >= 3 && count > pages.length / 2).map(([edge]) => edge));
}

function shapeOf({ text }: Line): string {
  return text.replace(/\d+/g, "#");
}
