/** The few parts of a parsed page that intake looks at. The parser's own types want a browser's. */

export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
  readonly remove: () => void;
}

export interface Page extends PageElement {
  readonly body: PageElement;
}

export const textNode = 3;
export const elementNode = 1;
