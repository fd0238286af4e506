/** What stands around every screen: where one is, for which day, how firm, on what data. */

import { useEffect } from "preact/hooks";
import { loadLater, loadPage, pageOf } from "./pages/screens.ts";
import { setFrameActs } from "./state/acts.ts";
import { hovering } from "./state/drops.ts";
import { frameActs } from "./state/frame-acts.ts";
import { address, book, bookProblem, go, layer, reload } from "./state/page.ts";
import { Header, screenNames } from "./ui/header.tsx";
import { Layers } from "./ui/layers.tsx";
import { PinNotice } from "./ui/pin-notice.tsx";
import { ProblemNote } from "./ui/problem.tsx";
import { Toasts } from "./ui/toasts.tsx";
import { WhyDrawer } from "./ui/why-drawer.tsx";

export function Frame() {
  useEffect(() => setFrameActs(frameActs), []);
  const { screen, unknown } = address.value;
  const shown = layer.value;
  const Page = pageOf(screen);
  useEffect(() => void loadPage(screen), [screen]);
  useEffect(loadLater, []);
  useEffect(() => {
    document.title = `${screenNames[screen]} · ${book.value?.name ?? "Capstack"}`;
  }, [screen, book.value?.name]);
  return (
    <div class={`frame${shown?.is === "keys" ? " keys-shown" : ""}`}>
      <Header />
      <div class="body">
        <main id="screen" class={screen}>
          {Object.keys(unknown).length > 0 && (
            <p class="notice">
              This address says more than this page knows: {Object.keys(unknown).join(", ")}. It is kept.{" "}
              <button type="button" class="link" onClick={() => go({ unknown: {} }, true)}>
                Drop it
              </button>
            </p>
          )}
          <PinNotice />
          {bookProblem.value && (
            <ProblemNote problem={bookProblem.value} works={book.value ? "What is shown was loaded before." : ""}>
              <button type="button" onClick={reload}>
                Try again
              </button>
            </ProblemNote>
          )}
          {Page ? <Page /> : <p class="muted loading">Loading …</p>}
        </main>
        {shown?.is === "why" && <WhyDrawer {...shown} />}
      </div>
      <Layers />
      <Toasts />
      {hovering.value && <div class="dropping">Drop to see what it adds. Nothing is kept yet.</div>}
    </div>
  );
}
