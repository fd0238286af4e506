/** What the company screen shows: the answer for its address. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import { type CompanyAnswer, type CompanyCard, type PanelName, panelNames } from "../../../views/company-answers.ts";
import { address, bookVersion, controls } from "../../state/page.ts";
import { ask, problemOf } from "../../state/server.ts";

export const answer = signal<CompanyAnswer | null>(null);
export const companyProblem = signal<Problem | null>(null);
export const loading = signal(false);

/** The company that is shown; null where it is a list, or unknown. */
export const card = computed((): CompanyCard | null => (answer.value?.is === "company" ? answer.value : null));

/** The panel that alone is shown; null: all. */
export const tab = computed(
  (): PanelName | null => panelNames.find((each) => each === address.value.params.tab) ?? null,
);

const asked = computed(() => {
  const { path, params } = address.value;
  const own = ["basis", "rate", "quarters"].flatMap((name) => (params[name] ? [[name, params[name]]] : []));
  return JSON.stringify({
    ...(JSON.parse(controls.value) as object),
    ...(path && { name: path }),
    ...Object.fromEntries(own),
  });
});

/** Loads what the address asks for, until what this gives back is called. */
export function startCompany(): () => void {
  let asking: AbortController | null = null;
  const stop = effect(() => {
    void bookVersion.value;
    const params = JSON.parse(asked.value) as Record<string, string>;
    // The address may be another screen's already, a moment before this one ends.
    if (address.peek().screen !== "company") return;
    asking?.abort();
    asking = new AbortController();
    void load(params, asking.signal);
  });
  return () => {
    stop();
    asking?.abort();
    answer.value = null;
  };
}

async function load(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<void> {
  loading.value = true;
  try {
    const got = await ask<CompanyAnswer>("company", params, stopped);
    batch(() => {
      answer.value = got;
      companyProblem.value = null;
    });
  } catch (error) {
    if (!stopped.aborted) companyProblem.value = problemOf(error);
  } finally {
    if (!stopped.aborted) loading.value = false;
  }
}
