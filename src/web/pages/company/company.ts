/** What the company screen shows: the answer for its address. */

import { computed, signal } from "@preact/signals";
import { type CompanyAnswer, type CompanyCard, type PanelName, panelNames } from "../../../views/company-answers.ts";
import { address } from "../../state/page.ts";
import { ask } from "../../state/server.ts";
import { screenLoading } from "../screen-loading.ts";

export const answer = signal<CompanyAnswer | null>(null);

/** The company that is shown; null where it is a list, or unknown. */
export const card = computed((): CompanyCard | null => (answer.value?.is === "company" ? answer.value : null));

/** The panel that alone is shown; null: all. */
export const tab = computed(
  (): PanelName | null => panelNames.find((each) => each === address.value.params.tab) ?? null,
);

export const {
  problem: companyProblem,
  loading,
  start: startCompany,
} = screenLoading({
  screen: "company",
  own: ({ path, params: { basis, rate, quarters } }) => ({ name: path, basis, rate, quarters }),
  load: async (params, stopped) => {
    const got = await ask<CompanyAnswer>("company", params, stopped);
    return () => {
      answer.value = got;
    };
  },
  leave: () => {
    answer.value = null;
  },
});
