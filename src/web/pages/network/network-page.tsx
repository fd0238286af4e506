/** Network: who is tied to whom, by what, since when, and what comes back? */

import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { NetworkAnswer, NetworkChange } from "../../../views/network-answers.ts";
import type { NetworkShare } from "../../../views/pictures/network-fold.ts";
import { type Exported, exported } from "../../state/exported.ts";
import { copyText, goAt } from "../../state/frame-acts.ts";
import { narrow } from "../../state/narrow.ts";
import { address, book, goWith, openLayer } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { useScreen } from "../use-screen.ts";
import { CirclesPanel } from "./circles-panel.tsx";
import { LargeNetwork } from "./large-network.tsx";
import { answer, fileOf, loading, networkProblem, small, startNetwork } from "./network.ts";
import { focusOn, networkActs, toggleLayers, toggleShow } from "./network-acts.ts";
import { NetworkList } from "./network-list.tsx";
import { NetworkMatrixView } from "./network-matrix.tsx";
import { NetworkPicture } from "./network-picture.tsx";
import { TimeBar } from "./time-bar.tsx";

/** Where there is no room for a picture the list comes first. */
const shows = computed(() => address.value.params.show ?? (narrow.value ? "list" : "picture"));
const arriving = computed(() => answer.value === null && loading.value);

export function NetworkPage() {
  useScreen(startNetwork, networkActs, arriving);
  const now = answer.value;
  useEffect(() => {
    if (now) exported.value = exportOf(now);
  }, [now]);
  return (
    <div class="network-screen">
      <header>
        {/* The picture has its title inside, as it is exported. */}
        <h1 class={now && isDrawn(now) ? "sr" : ""}>{now?.title ?? "Network"}</h1>
        {now && <Tools now={now} />}
      </header>
      {networkProblem.value && (
        <ProblemNote problem={networkProblem.value} works={now ? "The last picture stays below." : ""} />
      )}
      {now === null && loading.value && <p class="muted loading">Loading …</p>}
      {now !== null && (
        <div class={`network-body${loading.value ? " dimmed" : ""}`}>
          <div class="network-main">
            {now.changed && <Changes changed={now.changed} />}
            {now.companies.length === 0 ? <NothingThen /> : <Shown now={now} />}
            <TimeBar />
          </div>
          <CirclesPanel />
        </div>
      )}
    </div>
  );
}

function exportOf({ picture, command }: NetworkAnswer): Exported {
  return {
    ...{ card: null, cards: [], from: null, text: null, all: null, command },
    pictures: [{ name: "network", svg: picture }],
    files: [
      { about: "Its links as a table", name: "network.csv", load: () => fileOf("csv") },
      { about: "The graph for Gephi", name: "network.gexf", load: () => fileOf("gexf") },
      { about: "The graph for other programs", name: "network.graphml", load: () => fileOf("graphml") },
    ],
  };
}

function isDrawn({ companies }: NetworkAnswer): boolean {
  return companies.length > 0 && shows.value === "picture";
}

function Shown({ now }: { now: NetworkAnswer }) {
  const { circle } = address.value.params;
  if (shows.value === "list") return <NetworkList />;
  if (shows.value === "matrix") return <NetworkMatrixView />;
  if (shows.value === "four" && small.value.length > 0)
    return (
      <ol class="four" aria-label="Four dates">
        {small.value.map(({ asOf, picture, companies }) => (
          <li key={asOf}>
            <button type="button" class="link" onClick={() => goAt(asOf ?? "")}>
              {asOf}
            </button>{" "}
            <span class="muted">{companies.length} companies</span>
            <div class="small-picture" dangerouslySetInnerHTML={{ __html: picture }} />
          </li>
        ))}
      </ol>
    );
  const one = circle ? (now.circles.find(({ id }) => id.startsWith(circle)) ?? null) : null;
  if (now.scene !== null) return <LargeNetwork scene={now.scene} legend={now.picture} circle={one} />;
  return (
    <>
      {now.share && <Share share={now.share} />}
      <NetworkPicture svg={now.picture} circle={one} />
    </>
  );
}

/** What the picture is of the whole, and a way to it. */
function Share({ share: { text } }: { share: NetworkShare }) {
  return (
    <p class="share" role="status">
      {text.charAt(0).toUpperCase() + text.slice(1)}{" "}
      <button type="button" onClick={() => toggleShow("all")}>
        All of them
      </button>
    </p>
  );
}

function Tools({ now: { layers, command } }: { now: NetworkAnswer }) {
  const { focus } = address.value.params;
  return (
    <div class="tools">
      <fieldset class="layers">
        <legend class="sr">Layers</legend>
        {layers.map(({ layer, name, links, shown }) => (
          <label key={layer} class={`layer l-${layer}`}>
            <input type="checkbox" checked={shown} onChange={() => toggleLayers([layer])} /> {name}{" "}
            <span class="muted tn">{links}</span>
          </label>
        ))}
      </fieldset>
      {focus && (
        <button type="button" onClick={() => focusOn(null)}>
          Only what touches {focus}: show all
        </button>
      )}
      <button type="button" aria-pressed={shows.value === "list"} onClick={() => toggleShow("list")}>
        List <Key act="list" />
      </button>
      <button type="button" aria-pressed={shows.value === "matrix"} onClick={() => toggleShow("matrix")}>
        Matrix <Key act="matrix" />
      </button>
      {shows.value === "all" && (
        <button type="button" aria-pressed="true" onClick={() => toggleShow("all")}>
          All companies and flows
        </button>
      )}
      <button type="button" aria-pressed={shows.value === "four"} onClick={() => toggleShow("four")}>
        4 small pictures <Key act="small-pictures" />
      </button>
      <button type="button" onClick={networkActs.difference}>
        What changed <Key act="difference" />
      </button>
      <button type="button" onClick={() => void copyText(command, `Copied: ${command}`)}>
        Copy as CLI
      </button>
    </div>
  );
}

/** What the picture shows in full strength, in words. */
function Changes({ changed: { since, come, gone } }: { changed: NetworkChange }) {
  return (
    <section class="changed" aria-label="What changed">
      <h2>
        Since {since}: {come.length} new or other, {gone.length} gone{" "}
        <button type="button" class="link" onClick={() => goWith({ compare: "" })}>
          Compare no more
        </button>
      </h2>
      <ul>
        {come.map((text) => (
          <li key={text}>+ {text}</li>
        ))}
        {gone.map((text) => (
          <li key={text} class="muted">
            − {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing at this date, firmness or layer: what would show something. */
function NothingThen() {
  const now = book.value;
  const first = now?.days[0];
  const shown = now?.question.knownOn ?? now?.question.asOf ?? null;
  if (now?.totals.documents === 0 && !first)
    return (
      <div class="empty">
        <p>There is nothing to draw: the book has no documents.</p>
        <button type="button" class="primary" onClick={() => openLayer({ is: "add" })}>
          Add a document
        </button>
      </div>
    );
  if (first && shown !== null && shown < first)
    return (
      <div class="empty" role="status">
        <p>
          Nothing was known on {shown}. The first document is of {first}.
        </p>
        <button type="button" onClick={() => goAt(first)}>
          Go there
        </button>
      </div>
    );
  return (
    <div class="empty" role="status">
      <p>No link is left at this firmness, on this day, in these layers.</p>
      <button type="button" onClick={() => goWith({ firm: "", layers: "", focus: "" })}>
        Show everything
      </button>
    </div>
  );
}
