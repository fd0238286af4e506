/** What every screen does while it is shown. */

import type { ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Acts, setScreenActs } from "../state/acts.ts";

/** Loads what the address asks for, and lends the keys their acts, until the screen is left. */
export function useScreen(start: () => () => void, acts: Acts, arriving: ReadonlySignal<boolean>): void {
  useEffect(() => {
    const stops = [start(), setScreenActs(acts, arriving)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
