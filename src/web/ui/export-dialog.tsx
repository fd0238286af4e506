/** What leaves the page: each form with its source, day and hash. */

import { cardsCsv } from "../../views/card-table.ts";
import { citationBibtex, citationMarkdown, citationText, markedDocument } from "../../views/citations.ts";
import type { ClaimCard } from "../../views/page-answers.ts";
import { embedCode, embedPage } from "../../views/pictures/embed-page.ts";
import { exported } from "../state/exported.ts";
import { copyText, pinnedAddress } from "../state/frame-acts.ts";
import { address, book, preferences, tell } from "../state/page.ts";
import { act, problemOf } from "../state/server.ts";
import { tickStep } from "../state/steps.ts";
import { Dialog } from "./dialog.tsx";

export function ExportDialog() {
  const { card, cards, from, text, all, command, pictures = [], files = [] } = exported.value;
  const quotes = preferences.value.quotes;
  // A screen of pictures or tables exports those, and no claims.
  const showsClaims = pictures.length === 0 && files.length === 0;
  const name = `capstack-${address.value.path || "claims"}-${book.value?.data.slice(0, 6)}`;
  const send = (run: () => unknown): void => {
    run();
    tickStep("send");
  };
  return (
    <Dialog title="Export">
      <p class="muted tn">
        Each carries its source, the day {book.value?.question.asOf ?? "(any)"} and data {book.value?.data}. Quotes:{" "}
        {quotes} (settings).
      </p>
      <ul class="exports">
        {card && from && (
          <>
            <Row
              about="The quote with its source"
              act="Copy text"
              run={() => send(() => copyText(citationText(card, from), "Copied: the quote with its source."))}
            />
            <Row
              about="as Markdown"
              act="Copy Markdown"
              run={() => send(() => copyText(citationMarkdown(card, from), "Copied as Markdown."))}
            />
            <Row
              about="as BibTeX"
              act="Copy BibTeX"
              run={() => send(() => copyText(citationBibtex(card, from), "Copied as BibTeX."))}
            />
          </>
        )}
        {from && text !== null && (
          <Row
            about="The document with its claims marked"
            act="Save HTML"
            run={() => send(() => save(`${name}.html`, "text/html", markedDocument(text, cards, from)))}
          />
        )}
        {pictures.map((picture) => (
          <PictureRow key={picture.name} {...picture} send={send} />
        ))}
        {files.map(({ about, name: file, load }) => (
          <Row
            key={file}
            about={about}
            act={`Save ${file.split(".").at(-1)!.toUpperCase()}`}
            run={() => send(async () => save(`capstack-${file}`, "application/octet-stream", await load()))}
          />
        ))}
        {showsClaims && (
          <>
            <Row
              about={`${all === null ? cards.length : all.count} claims`}
              act="Save CSV"
              run={() => send(async () => save(`${name}.csv`, "text/csv", cardsCsv(await rows(all, cards), quotes)))}
            />
            <Row
              about="the same with all fields"
              act="Save JSON"
              run={() =>
                send(async () =>
                  save(
                    `${name}.json`,
                    "application/json",
                    `${JSON.stringify({ data: book.value?.data, question: book.value?.question, rows: await rows(all, cards) }, null, 2)}\n`,
                  ),
                )
              }
            />
          </>
        )}
        <Row
          about="A link to this view, pinned to this data"
          act="Copy link"
          run={() => send(() => copyText(pinnedAddress(), "Copied: a pinned link."))}
        />
        <Row about={command} act="Copy as CLI" run={() => send(() => copyText(command, `Copied: ${command}`))} />
      </ul>
    </Dialog>
  );
}

/** A picture in all its forms. */
function PictureRow({ name, svg, send }: { name: string; svg: string; send: (run: () => unknown) => void }) {
  const file = `capstack-${name}`;
  const page = `${file}.html`;
  const forms: readonly (readonly [act: string, about: string, run: () => unknown])[] = [
    ["Save SVG", "", () => save(`${file}.svg`, "image/svg+xml", svg)],
    ["Save PNG", "", () => savePng(name, svg)],
    ["Save embed", "one HTML file to show in a frame", () => save(page, "text/html", embedPage(svg))],
    ["Copy frame", "what the page around it writes", () => copyText(embedCode(page, svg), "Copied: the frame.")],
  ];
  return (
    <li>
      <span>The picture: {name}</span>
      <span class="forms">
        {forms.map(([act, about, run]) => (
          <button key={act} type="button" title={about} onClick={() => send(run)}>
            {act}
          </button>
        ))}
      </span>
    </li>
  );
}

function Row({ about, act, run }: { about: string; act: string; run: () => void }) {
  return (
    <li>
      <span>{about}</span>
      <button type="button" onClick={run}>
        {act}
      </button>
    </li>
  );
}

async function rows(
  all: { readonly load: () => Promise<readonly ClaimCard[]> } | null,
  cards: readonly ClaimCard[],
): Promise<readonly ClaimCard[]> {
  return all === null ? cards : all.load();
}

/** The server draws it, with the same letters as the command line. */
async function savePng(name: string, svg: string): Promise<void> {
  try {
    const { png } = await act<{ png: string }>("png", { svg });
    save(
      `capstack-${name}.png`,
      "image/png",
      Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0)),
    );
  } catch (error) {
    tell(problemOf(error).message);
  }
}

/** Gives a file to the browser to save. */
function save(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
