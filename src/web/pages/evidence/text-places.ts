/** Where in the page does a place of the text stand? Blocks of the text know where they begin; what lies between is counted. */

/** Lines of a text, each with where it begins. They are shown as they are: a text is never taken for markup. */
export interface Block {
  readonly start: number;
  readonly text: string;
  readonly isHeading: boolean;
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") blocks.push({ start, text: line, isHeading: /^#{1,6} /.test(line) });
    start += line.length + 1;
  }
  return blocks;
}

let pane: HTMLElement | null = null;
let starts: readonly number[] = [];
let blocks: readonly HTMLElement[] = [];

/** Takes the pane whose children are the blocks, after it was drawn. */
export function takePane(element: HTMLElement | null): void {
  pane = element;
  blocks = element ? [...element.querySelectorAll<HTMLElement>("[data-start]")] : [];
  starts = blocks.map((block) => Number(block.dataset.start));
}

/** The range of a span; null where the text is not drawn. */
export function rangeOf([start, end]: readonly [number, number]): Range | null {
  if (!pane || blocks.length === 0) return null;
  const [first, last] = [blockAt(start), blockAt(end - 1)];
  const range = document.createRange();
  range.setStart(...pointIn(blocks[first]!, start - starts[first]!));
  range.setEnd(...pointIn(blocks[last]!, end - starts[last]!));
  return range;
}

/** The text node of a block that holds a place; marks cut a block into several. */
function pointIn(block: HTMLElement, offset: number): [Node, number] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = Math.max(0, offset);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return [block, block.childNodes.length];
}

/** The place of the text under a point; null beside the text. */
export function offsetAt(x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  const node = caret?.offsetNode ?? null;
  return node && pane?.contains(node) ? offsetOf(node, caret!.offset) : null;
}

/** The words that are selected in the text. */
export function selectedWords(): readonly [number, number] | null {
  const selection = getSelection();
  if (
    !selection ||
    selection.isCollapsed ||
    !pane?.contains(selection.anchorNode) ||
    !pane.contains(selection.focusNode)
  )
    return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && end > start ? [start, end] : null;
}

function offsetOf(node: Node, offset: number): number | null {
  const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!block) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + before.toString().length;
}

/** The last block that begins at or before a place. */
function blockAt(at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
