/** What does a page tell of itself? Title, site, address and day, from its metadata. */

import { dayOf, type PartialDay, parseDay } from "../model/day.ts";
import type { DocumentOrigin } from "../model/document.ts";
import type { Page } from "./page.ts";

/** Reads `<meta>`, JSON-LD and `<time>`, the more deliberate sources first. */
export function originOfPage(page: Page): DocumentOrigin {
  const meta = (...names: string[]): string | null =>
    firstText(
      names.map((name) =>
        page
          .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
          ?.getAttribute("content"),
      ),
    );
  const linked = linkedData(page);
  const linkedPublisher = isRecord(linked.publisher) ? linked.publisher.name : linked.publisher;
  const days = [
    meta(
      "article:published_time",
      "datePublished",
      "date",
      "dc.date.issued",
      "dc.date",
      "DC.date.issued",
      "pubdate",
      "publish-date",
      "parsely-pub-date",
      "sailthru.date",
    ),
    linked.datePublished,
    page.querySelector("time[datetime]")?.getAttribute("datetime"),
    page.querySelector("time")?.textContent,
  ];
  return {
    title: firstText([
      meta("og:title"),
      linked.headline,
      page.querySelector("h1")?.textContent,
      page.querySelector("title")?.textContent,
    ]),
    publisher: firstText([meta("og:site_name"), linkedPublisher, meta("application-name"), meta("author")]),
    url: firstText([page.querySelector('link[rel="canonical"]')?.getAttribute("href"), meta("og:url")]),
    published:
      days.map((written) => (typeof written === "string" ? dayOfText(written) : null)).find((day) => day !== null) ??
      null,
  };
}

/** The article among the page's JSON-LD, or an empty record. */
function linkedData(page: Page): Record<string, unknown> {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse(script.textContent);
    } catch {
      // Broken metadata of a page is no fault of its text.
      continue;
    }
    const entries = [data, ...(isRecord(data) && Array.isArray(data["@graph"]) ? data["@graph"] : [])].flat();
    const article = entries.find((entry) => isRecord(entry) && ("datePublished" in entry || "headline" in entry));
    if (isRecord(article)) return article;
  }
  return {};
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day of "2025-12-17T08:00:00Z", "17 December 2025" or "Dec. 17, 2025"; the day is the one that is written, in its own time zone. */
export function dayOfText(written: string): PartialDay | null {
  const iso = /\b(\d{4}-\d\d-\d\d)/.exec(written);
  if (iso) return parseDay(iso[1]!);
  const british = /\b(\d{1,2}) ([A-Za-z]{3})[a-z]*\.? (\d{4})\b/.exec(written);
  const american = /\b([A-Za-z]{3})[a-z]*\.? (\d{1,2}), (\d{4})\b/.exec(written);
  const [day, name, year] = british ? british.slice(1) : american ? [american[2], american[1], american[3]] : [];
  const month = months.indexOf(name?.toLowerCase() ?? "") + 1;
  return month === 0 ? null : parseDay(dayOf(Number(year), month, Number(day)));
}

function firstText(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const text = typeof candidate === "string" ? candidate.replace(/\s+/gu, " ").trim() : "";
    if (text !== "") return text;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
