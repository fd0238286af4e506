/** What became of added files, as a person reads it: `+` new, `=` here already, `!` not read. */

import type { AddedFile, AddedNews } from "../../views/added-files.ts";
import { sumOf } from "../../views/added-files.ts";
import { counted, tableWidth } from "./reading.ts";
import { displayWidth, showable, wrapParts, wrapText } from "./table.ts";

export interface AddedView {
  readonly files: readonly AddedFile[];
  /** Files that were not begun. */
  readonly left: number;
  /** Nothing of it was stored. */
  readonly rehearsal: boolean;
  readonly data: string;
}

const signs: Readonly<Record<AddedNews, string>> = {
  document: "+",
  appearance: "=",
  reading: "~",
  none: "=",
  unread: "!",
};

/** A line or two a file, and the sum. */
export function addedText(view: AddedView): string {
  const names = view.files.map(({ news, number, file }) => (news === "document" ? `${number} ${file}` : file).trim());
  const width = Math.min(30, Math.max(0, ...names.map(displayWidth)));
  const lines = view.files.flatMap((file, index) => fileLines(file, showable(names[index]!), width));
  return `${[...lines, ...wrapParts(sumParts(view), tableWidth - 2)].join("\n")}\n`;
}

function fileLines(file: AddedFile, name: string, width: number): string[] {
  const head = `  ${signs[file.news]} ${name.padEnd(width)}`;
  const [first, ...more] = wrapText(whatText(file), tableWidth - 1 - Math.min(displayWidth(head), 34) - 2);
  const lines =
    displayWidth(name) > width
      ? [head, ...[first!, ...more].map((line) => `${" ".repeat(width + 6)}${line}`)]
      : [`${head}  ${first}`, ...more.map((line) => `${" ".repeat(width + 6)}${line}`)];
  const fixes = file.news === "unread" ? file.problems.flatMap(({ fix }) => (fix ? [`      Fix: ${fix}`] : [])) : [];
  return [...lines, ...fixes];
}

function whatText(file: AddedFile): string {
  const { news, number, document, claims } = file;
  switch (news) {
    case "document":
      return [counted(claims, "claim"), repeatsText(file)].filter(Boolean).join(" · ");
    case "appearance":
      return `the same text as ${number} (sha256 ${document!.slice(0, 8)}), now also from here. No claim added.`;
    case "reading":
      return `was here as ${number}; a newer reader finds ${counted(claims, "claim")}.`;
    case "none":
      return `the same as ${number} (sha256 ${document!.slice(0, 8)}). Nothing added.`;
    case "unread":
      return `${file.problems.map(({ message }) => message).join(" ")} Not added.`;
    default:
      return news satisfies never;
  }
}

/** "11 repeat 02 (6 word for word)"; where they stand in several documents: "11 said before, 8 of them in 02 (6 word for word)". */
function repeatsText({ repeats, repeatsMost }: AddedFile): string {
  if (!repeatsMost) return "";
  const { number, claims, wordForWord } = repeatsMost;
  const exact = wordForWord > 0 ? ` (${wordForWord} word for word)` : "";
  if (repeats > claims) return `${repeats} said before, ${claims} of them in ${number}${exact}`;
  return `${repeats} ${repeats === 1 ? "repeats" : "repeat"} ${number}${exact}`;
}

function sumParts({ files, left, rehearsal, data }: AddedView): string[] {
  const { documents, claims, same, readAnew, unread } = sumOf(files);
  const added = `${counted(documents, "document")} and ${counted(claims, "claim")} ${rehearsal ? "would be added" : "added"}`;
  const parts = documents > 0 ? [added] : readAnew > 0 ? [] : ["Nothing added"];
  if (readAnew > 0) parts.push(`${counted(readAnew, "document")} read anew`);
  if (same > 0) parts.push(`${same} here already`);
  if (unread > 0) parts.push(`${counted(unread, "file")} not read`);
  if (left > 0) parts.push(`${counted(left, "file")} not begun`);
  return [...parts, `data ${data}`];
}
