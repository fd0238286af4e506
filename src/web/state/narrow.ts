/** Whether there is no room for a picture beside anything: then a table or a list comes first. */

import { signal } from "@preact/signals";

const screen = matchMedia("(max-width: 760px)");
export const narrow = signal(screen.matches);
screen.addEventListener("change", () => {
  narrow.value = screen.matches;
});
