/** The screens. Those of pictures are loaded when they are first gone to, or once the page has nothing else to do: what is seen first comes first. */

import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { type Screen, screens } from "../state/address.ts";
import { bookProblem } from "../state/page.ts";
import { pending, problemOf } from "../state/server.ts";
import { ClaimsPage } from "./claims/claims-page.tsx";
import { EvidencePage } from "./evidence/evidence-page.tsx";

const later: Readonly<Partial<Record<Screen, () => Promise<FunctionComponent>>>> = {
  network: async () => (await import("./network/network-page.tsx")).NetworkPage,
  flows: async () => (await import("./flows/flows-page.tsx")).FlowsPage,
  company: async () => (await import("./company/company-page.tsx")).CompanyPage,
  deal: async () => (await import("./deal/deal-page.tsx")).DealScreen,
};

const here = signal<Readonly<Partial<Record<Screen, FunctionComponent>>>>({
  evidence: EvidencePage,
  claims: ClaimsPage,
});

/** Null until it is loaded. */
export function pageOf(screen: Screen): FunctionComponent | null {
  return here.value[screen] ?? null;
}

export async function loadPage(screen: Screen): Promise<void> {
  if (here.peek()[screen]) return;
  pending.value = pending.peek() + 1;
  try {
    const page = await later[screen]!();
    here.value = { ...here.peek(), [screen]: page };
  } catch (error) {
    bookProblem.value = problemOf(error);
  } finally {
    pending.value = pending.peek() - 1;
  }
}

/** Loads the rest while nobody waits. */
export function loadLater(): void {
  requestIdleCallback(() => {
    for (const screen of screens)
      void later[screen]?.().then(
        (page) => {
          here.value = { ...here.peek(), [screen]: page };
        },
        () => {
          // It is asked for again when it is gone to, and then told.
        },
      );
  });
}
