/** A picture whose marks open their sentences, and whose years their quarters. They are drawn by `src/views/pictures`: here they only answer. */

import { useEffect, useRef } from "preact/hooks";
import { address } from "../../state/page.ts";
import { openYear, whyOf } from "./company-acts.ts";

export function CompanyPicture({ svg }: { svg: string }) {
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
    const opened = address.peek().params.quarters;
    for (const year of picture.querySelectorAll<SVGGElement>("[data-year]")) {
      year.setAttribute("role", "button");
      year.setAttribute("tabindex", "0");
      year.setAttribute("aria-label", year.querySelector("title")?.textContent ?? "");
      year.setAttribute("aria-expanded", String(year.dataset.year === opened));
    }
  }, [svg]);
  const press = (target: EventTarget | null): boolean => {
    const mark = (target as Element | null)?.closest<SVGGElement>("[data-claims]");
    if (mark) whyOf(mark.dataset.claims!.split(" "));
    const year = (target as Element | null)?.closest<SVGGElement>("[data-year]");
    if (year) openYear(year.dataset.year!);
    return Boolean(mark ?? year);
  };
  return (
    <div
      class="company-picture"
      ref={own}
      onClick={({ target }) => press(target)}
      onKeyDown={(event) => {
        if ((event.key === "Enter" || event.key === " ") && press(event.target)) event.preventDefault();
      }}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
