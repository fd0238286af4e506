/** What the flows screen shows: the answer for its address. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import type { FlowsAnswer } from "../../../views/flows-answers.ts";
import { narrow } from "../../state/narrow.ts";
import { address, bookVersion, controls } from "../../state/page.ts";
import { ask, problemOf } from "../../state/server.ts";

export const answer = signal<FlowsAnswer | null>(null);
export const flowsProblem = signal<Problem | null>(null);
export const loading = signal(false);
/** The ribbon that arrows have come to, by its key. */
export const chosen = signal<string | null>(null);
/** The company that keys have come to, by its key; then no ribbon is chosen. */
export const company = signal<string | null>(null);

/** The parameters of the address that the server takes. */
const asked = computed(() => {
  const { from, to, basis, unit, fold, order } = address.value.params;
  const own = { from, to, basis, unit, fold, order };
  const given = Object.entries(own).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return JSON.stringify({ ...(JSON.parse(controls.value) as object), ...Object.fromEntries(given) });
});

/** Loads what the address asks for, until what this gives back is called. */
export function startFlows(): () => void {
  let asking: AbortController | null = null;
  const stop = effect(() => {
    void bookVersion.value;
    const params = JSON.parse(asked.value) as Record<string, string>;
    asking?.abort();
    asking = new AbortController();
    void load(params, asking.signal);
  });
  return () => {
    stop();
    asking?.abort();
    answer.value = null;
    chosen.value = null;
    company.value = null;
  };
}

async function load(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<void> {
  loading.value = true;
  try {
    const got = await ask<FlowsAnswer>("flows", params, stopped);
    batch(() => {
      answer.value = got;
      flowsProblem.value = null;
      if (!got.ribbons.some(({ key }) => key === chosen.peek())) chosen.value = null;
      if (!companiesOf(got).some(({ key }) => key === company.peek())) company.value = null;
    });
  } catch (error) {
    if (!stopped.aborted) flowsProblem.value = problemOf(error);
  } finally {
    if (!stopped.aborted) loading.value = false;
  }
}

/** The flows that are shown as a file that the server makes. */
export async function csvOf(): Promise<string> {
  const { csv } = await ask<{ csv: string }>("flows-files", JSON.parse(asked.peek()) as Record<string, string>);
  return csv;
}

/** From the left and from the top. */
export function companiesOf({ columns }: FlowsAnswer): readonly { readonly key: string; readonly name: string }[] {
  return columns.flatMap(({ companies }) => companies);
}

/** The table comes first where there is no room for a picture. */
export const shows = computed(() => address.value.params.show ?? (narrow.value ? "table" : "picture"));
