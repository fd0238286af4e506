/** A picture whose marks open their sentences, and whose years their quarters. They are drawn by `src/views/pictures`: here they only answer. */

import { useEffect, useRef } from "preact/hooks";
import { tell } from "../state/page.ts";
import { whyOf } from "../state/why-target.ts";

/** A page that opens years says which one is open. */
export interface OpensYears {
  readonly opened: string;
  readonly open: (year: string) => void;
}

export function MarkedPicture({ svg, years }: { svg: string; years?: OpensYears | undefined }) {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const picture = own.current?.querySelector("svg");
    if (!picture) return;
    // As a picture its parts would not exist for a screen reader; here each of them can be pressed.
    picture.setAttribute("role", "group");
    for (const [index, mark] of [...picture.querySelectorAll("[data-claims]")].entries()) {
      mark.setAttribute("data-why", mark.getAttribute("data-claims")!.split(" ")[0]!);
      mark.setAttribute("role", "button");
      mark.setAttribute("tabindex", index === 0 ? "0" : "-1");
      mark.setAttribute("aria-label", mark.querySelector("title")?.textContent ?? "");
    }
    for (const year of picture.querySelectorAll<SVGGElement>("[data-year]")) {
      year.setAttribute("role", "button");
      year.setAttribute("tabindex", "0");
      year.setAttribute("aria-label", year.querySelector("title")?.textContent ?? "");
      year.setAttribute("aria-expanded", String(year.dataset.year === years?.opened));
    }
  }, [svg, years?.opened]);
  const press = (target: EventTarget | null): boolean => {
    const mark = (target as Element | null)?.closest<SVGGElement>("[data-claims]");
    if (mark) whyOf(mark.dataset.claims!.split(" "));
    const year = (target as Element | null)?.closest<SVGGElement>("[data-year]");
    if (year) years?.open(year.dataset.year!);
    return Boolean(mark ?? year);
  };
  return (
    <div
      class="marked-picture"
      // Without a mark to go to it is scrolled by itself.
      {...(svg.includes("data-claims=") ? {} : { tabIndex: 0, role: "group", "aria-label": "Picture" })}
      ref={own}
      onClick={({ target }) => press(target)}
      onKeyDown={(event) => {
        if ((event.key === "Enter" || event.key === " ") && press(event.target)) event.preventDefault();
      }}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** To the next mark of the pictures of the screen. */
export function walkMarks(by: 1 | -1): void {
  const marks = [...document.querySelectorAll<SVGGElement>(".marked-picture [data-claims]")];
  const at = marks.indexOf(document.activeElement as SVGGElement);
  const next = at < 0 ? (by === 1 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length;
  if (marks[next]) marks[next].focus();
  else tell("Nothing is drawn here: t shows pictures and tables in turn.");
}
