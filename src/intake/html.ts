/** What does a page say? Its main content as lines; navigation, teasers and what is hidden are not read. */

import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type Document, type DocumentOrigin, documentOf } from "../model/document.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { Page, PageElement } from "./page.ts";
import { originOfPage } from "./page-origin.ts";
import { textOfElement } from "./page-text.ts";
import { toldBefore } from "./told.ts";

/** Pages that people read nest some dozens deep. The search for the main content takes time with the square of it: 0.3 s here. */
const deepestNesting = 256;
/** Main content that is less of the page than this was found wrongly: filings, for one, are all content and all tables. */
const leastShare = 0.25;

/** Makes a document of a page's source. */
export function documentOfHtml(html: string, file: string, told: DocumentOrigin): Result<Document | null> {
  if (nestingOf(html) > deepestNesting)
    return { value: documentOf(withoutTags(html), told), problems: [tooDeep(file)] };
  const page = pageOf(html);
  const origin = originOfPage(page);
  for (const element of [...page.querySelectorAll(notContent)]) element.remove();
  const heading = page.querySelector("h1")?.textContent.replace(/\s+/gu, " ").trim() ?? "";
  const whole = textOfElement(page.body);
  const main = mainText(html);
  const text = main.length >= leastShare * whole.length ? main : whole;
  if (text === "") {
    return {
      value: null,
      problems: [
        {
          code: "empty-page",
          message: "the page holds no text of its own (it may be filled by a script).",
          place: { file },
          fix: "Open it in a browser and save it as text or PDF.",
        },
      ],
    };
  }
  // The headline is read too; the search for the main content leaves it out.
  const titled = heading === "" || text.includes(heading) ? text : `${heading}\n${text}`;
  return { value: documentOf(titled, toldBefore(told, origin)), problems: [] };
}

const notContent = [
  "script,style,template,noscript,nav,aside,footer,form,dialog,iframe,button,[hidden],[aria-hidden='true']",
  "[role='navigation'],[role='complementary'],[role='contentinfo'],[role='search']",
  "[style*='display:none'],[style*='display: none'],[style*='visibility:hidden'],[style*='visibility: hidden']",
  ...[
    "teaser",
    "related",
    "recommended",
    "newsletter",
    "promo",
    "breadcrumb",
    "cookie",
    "share-bar",
    "comments",
  ].flatMap((word) => [`[class~='${word}']`, `[id='${word}']`, `[class*='${word}-']`]),
].join(",");

function mainText(html: string): string {
  const page = pageOf(html);
  for (const element of [...page.querySelectorAll(notContent)]) element.remove();
  // Short articles are articles too: the library's own threshold of 500 characters would turn a brief news item into nothing.
  const article = new Readability(page as never, {
    charThreshold: 100,
    serializer: (element) => element as unknown,
  }).parse();
  return article?.content ? textOfElement(article.content as PageElement) : "";
}

function pageOf(html: string): Page {
  // A fragment without its frame is wrapped, since the parser makes no body of its own.
  const framed = /<body\b/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(framed).document as unknown as Page;
}

/** How deep elements nest at most, in one pass over the tags; those that close themselves do not count. */
function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name, selfClosing] of html.matchAll(/<(\/?)([a-z][\w:-]*)(?:[^<>]*?(\/))?/gi)) {
    if (selfClosing || selfClosed.test(name!)) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const selfClosed =
  /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|t[rdh]|thead|tbody|tfoot|option)$/i;

/** The bare text of a page, a block a line. */
function withoutTags(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<\/?(p|div|li|tr|h[1-6]|br|section|article|table)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, " ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

function tooDeep(file: string): Problem {
  return {
    code: "nested-too-deep",
    message: "the page nests too deep for its layout to be read; all its text was read instead.",
    place: { file },
    fix: "Save the article alone, as text.",
  };
}
