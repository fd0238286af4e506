/** What the flows screen shows: the answer for its address. */

import { computed, signal } from "@preact/signals";
import type { FlowsAnswer } from "../../../views/flows-answers.ts";
import { narrow } from "../../state/narrow.ts";
import { address } from "../../state/page.ts";
import { ask } from "../../state/server.ts";
import { screenLoading } from "../screen-loading.ts";

export const answer = signal<FlowsAnswer | null>(null);
/** The ribbon that arrows have come to, by its key. */
export const chosen = signal<string | null>(null);
/** The company that keys have come to, by its key; then no ribbon is chosen. */
export const company = signal<string | null>(null);

const screen = screenLoading({
  screen: "flows",
  own: ({ params: { from, to, basis, unit, fold, order } }) => ({ from, to, basis, unit, fold, order }),
  load: async (params, stopped) => {
    const got = await ask<FlowsAnswer>("flows", params, stopped);
    return () => {
      answer.value = got;
      if (!got.ribbons.some(({ key }) => key === chosen.peek())) chosen.value = null;
      if (!companiesOf(got).some(({ key }) => key === company.peek())) company.value = null;
    };
  },
  leave: () => {
    answer.value = null;
    chosen.value = null;
    company.value = null;
  },
});
export const { problem: flowsProblem, loading, start: startFlows } = screen;

/** The flows that are shown as a file that the server makes. */
export async function csvOf(): Promise<string> {
  const { csv } = await ask<{ csv: string }>("flows-files", JSON.parse(screen.asked.peek()) as Record<string, string>);
  return csv;
}

/** From the left and from the top. */
export function companiesOf({ columns }: FlowsAnswer): readonly { readonly key: string; readonly name: string }[] {
  return columns.flatMap(({ companies }) => companies);
}

/** The table comes first where there is no room for a picture. */
export const shows = computed(() => address.value.params.show ?? (narrow.value ? "table" : "picture"));
