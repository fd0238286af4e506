/** The first steps: ticked by doing them, and remembered with the book. */

import { keepPreferences } from "../ui/settings-dialog.tsx";
import { book } from "./page.ts";

export function tickStep(name: string): void {
  const now = book.peek();
  if (
    !now ||
    now.preferences.steps.includes(name) ||
    !(name === "closed" || now.steps.some((step) => step.name === name))
  )
    return;
  // Where nothing can be written, the tick holds until the page is closed.
  void keepPreferences({ ...now.preferences, steps: [...now.preferences.steps, name] }).catch(() => {});
}
