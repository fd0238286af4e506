/** Tables of plain characters: columns that wrap inside a width, and rows for other programs. */

export interface Column {
  readonly name: string;
  readonly align?: "right";
  /** The columns that give way when a table is too wide; cells wrap at words. */
  readonly wraps?: boolean;
}

const gap = "  ";

/** Lines of a table with its head. `width` null: as wide as it needs. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string[][] {
  const widths = columnWidths(columns, rows, width);
  const lines = (cells: readonly string[]): string[] => {
    const wrapped = cells.map((cell, index) => wrapText(cell, widths[index]!));
    const height = Math.max(1, ...wrapped.map((parts) => parts.length));
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((parts, index) => padded(parts[line] ?? "", widths[index]!, columns[index]!.align))
        .join(gap)
        .trimEnd(),
    );
  };
  return [lines(columns.map(({ name }) => name)), ...rows.map(lines)];
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null,
): number[] {
  const widths = columns.map(({ name }, index) =>
    Math.max(displayWidth(name), ...rows.map((cells) => displayWidth(cells[index] ?? ""))),
  );
  if (width === null) return widths;
  let over = widths.reduce((sum, each) => sum + each, 0) + gap.length * (columns.length - 1) - width;
  while (over > 0) {
    // The widest of the columns that may wrap gives way first.
    const giving = widths.map((each, index) => (columns[index]!.wraps && each > 10 ? each : 0));
    const widest = giving.indexOf(Math.max(...giving));
    if (giving[widest] === 0) return widths;
    widths[widest]!--;
    over--;
  }
  return widths;
}

/** Breaks a text at spaces into lines of at most `width` columns; a longer word is cut. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((word) => piecesOf(word, width))) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (displayWidth(joined) <= width) {
      line = joined;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Parts with dots between, broken only between parts. */
export function wrapParts(parts: readonly string[], width: number): string[] {
  const joined = parts.map((part) => part.replaceAll(" ", "\u00a0")).join(" · ");
  return wrapText(joined, width).map((line) => line.replaceAll("\u00a0", " "));
}

/** A word in pieces that fit, in one pass: a text without a space may be a million characters long. */
function piecesOf(word: string, width: number): string[] {
  if (word.length <= width / 2) return [word];
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of word) {
    const columns = displayWidth(character);
    if (used + columns > width && piece !== "") {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += character;
    used += columns;
  }
  return [...pieces, piece];
}

function padded(text: string, width: number, align: "right" | undefined): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? space + text : text + space;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  // Nearly every cell is plain Latin.
  if (/^[\u0020-\u02ff\u2010-\u2027\u2190-\u21ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\u200b|\u200d/u.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}

/** A quote as a terminal may show it: spaces folded, characters that steer a terminal or turn the reading direction made visible. */
export function showable(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\uFFFD")
    .trim();
}

/** One line of tab-separated cells. */
export function plainLine(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")}\n`;
}
