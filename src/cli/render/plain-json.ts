/** JSON for people and programs alike: what fits stands on one line, the rest is broken once a level. */

const lineWidth = 100;

/** The text of a JSON value, without a line end. Long lists of short things fill their lines. */
export function plainJson(value: unknown, indent = ""): string {
  const flat = flatJson(value);
  if (indent.length + flat.length <= lineWidth || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const fields = Object.entries(value).filter(([, each]) => each !== undefined);
    const lines = fields.map(([key, each]) => `${inner}${JSON.stringify(key)}: ${plainJson(each, inner)}`);
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }
  const lines: string[] = [];
  let line = inner;
  for (const [at, each] of value.entries()) {
    const item = `${plainJson(each, inner)}${at < value.length - 1 ? "," : ""}`;
    if (line !== inner && line.length + item.length + 1 > lineWidth) {
      lines.push(line);
      line = inner;
    }
    line += line === inner ? item : ` ${item}`;
  }
  return `[\n${[...lines, line].join("\n")}\n${indent}]`;
}

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return fields.length === 0
    ? "{}"
    : `{ ${fields.map(([key, each]) => `${JSON.stringify(key)}: ${flatJson(each)}`).join(", ")} }`;
}
