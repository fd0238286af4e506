/** Loads what a screen shows, whenever its address, the controls or the book ask for something else. */

import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Problem } from "../../model/problem.ts";
import type { Address, Screen } from "../state/address.ts";
import { address, bookVersion, controls } from "../state/page.ts";
import { problemOf } from "../state/server.ts";

interface Loading {
  readonly screen: Screen;
  /** Its own parameters beside the controls; the server is not asked for empty ones. */
  readonly own: (address: Address) => Readonly<Record<string, string | undefined>>;
  /** What else it loads anew for. */
  readonly again?: () => unknown;
  /** Gets what is shown; what it gives back shows it. */
  readonly load: (params: Readonly<Record<string, string>>, stopped: AbortSignal) => Promise<() => void>;
  /** Forgets what was shown. */
  readonly leave: () => void;
}

export interface ScreenLoading {
  readonly problem: Signal<Problem | null>;
  readonly loading: Signal<boolean>;
  /** What the server is asked, as JSON. */
  readonly asked: ReadonlySignal<string>;
  /** Loads until what this gives back is called. */
  readonly start: () => () => void;
}

export function screenLoading({ screen, own, again, load, leave }: Loading): ScreenLoading {
  const problem = signal<Problem | null>(null);
  const loading = signal(false);
  const asked = computed(() => {
    const given = Object.entries(own(address.value)).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return JSON.stringify({ ...(JSON.parse(controls.value) as object), ...Object.fromEntries(given) });
  });

  async function loadOnce(params: Readonly<Record<string, string>>, stopped: AbortSignal): Promise<void> {
    loading.value = true;
    try {
      const show = await load(params, stopped);
      batch(() => {
        show();
        problem.value = null;
      });
    } catch (error) {
      if (!stopped.aborted) problem.value = problemOf(error);
    } finally {
      if (!stopped.aborted) loading.value = false;
    }
  }

  const start = (): (() => void) => {
    let asking: AbortController | null = null;
    const stop = effect(() => {
      void bookVersion.value;
      again?.();
      const params = JSON.parse(asked.value) as Record<string, string>;
      // The address may be another screen's already, a moment before this one ends.
      if (address.peek().screen !== screen) return;
      asking?.abort();
      asking = new AbortController();
      void loadOnce(params, asking.signal);
    });
    return () => {
      stop();
      asking?.abort();
      problem.value = null;
      leave();
    };
  };
  return { problem, loading, asked, start };
}
