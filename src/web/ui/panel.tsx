/** A panel of an answer: its pictures or its tables, and what is told in words beside them. */

import type { ComponentChildren } from "preact";
import type { CompanyPanel, CompanySection, CompanyTable, TableRow } from "../../views/company-answers.ts";
import { copyText } from "../state/frame-acts.ts";
import { address } from "../state/page.ts";
import { whyOf } from "../state/why-target.ts";
import { Command } from "./command.tsx";
import { MarkedPicture, type OpensYears } from "./marked-picture.tsx";
import { StatusGlyph } from "./status.tsx";

interface PanelProps {
  readonly panel: Omit<CompanyPanel, "name"> & { readonly name: string };
  readonly years?: OpensYears;
  /** Buttons of the panel's own. */
  readonly children?: ComponentChildren;
}

export function Panel({ panel: { name, title, pictures, tables, sections, command }, years, children }: PanelProps) {
  return (
    <section class={`panel p-${name}`} aria-labelledby={`panel-${name}`}>
      <header>
        <h2 id={`panel-${name}`}>{title}</h2>
        <div class="tools">
          {children}
          <button type="button" class="plain" onClick={() => void copyText(command, `Copied: ${command}`)}>
            Copy as CLI<span class="sr">: {title}</span>
          </button>
        </div>
      </header>
      {address.value.params.show === "table" || pictures.length === 0 ? (
        tables.length > 0 && <Twins tables={tables} />
      ) : (
        <>
          {tables.length > 0 && (
            <details class="narrow-only">
              <summary>As tables</summary>
              <Twins tables={tables} />
            </details>
          )}
          {pictures.map((svg, index) => (
            <MarkedPicture key={index} svg={svg} years={years} />
          ))}
        </>
      )}
      {sections.map((section, index) => (
        <Section key={index} section={section} />
      ))}
    </section>
  );
}

/** A day, an amount, a status stand on one line. */
const mostUnbroken = 14;

function Twins({ tables }: { tables: readonly CompanyTable[] }) {
  return (
    <div class="twins">
      {tables.map((table) => (
        <Twin key={table.caption} table={table} />
      ))}
    </div>
  );
}

/** The same figures as rows; a row opens its sentences. */
function Twin({ table: { caption, columns, rows, assumed } }: { table: CompanyTable }) {
  return (
    // A wide table scrolls by itself, also with the keyboard.
    <div class="twin" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column || <span class="sr">remarks</span>}
              </th>
            ))}
            <th scope="col">sentences</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} />
          ))}
        </tbody>
      </table>
      {assumed.map((text, index) => (
        <p key={text} class="conflict small">
          [A{index + 1}] {text}
        </p>
      ))}
    </div>
  );
}

function Row({ row: { cells, status, claims } }: { row: TableRow }) {
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={index} class={cell.length > mostUnbroken ? "tn" : "tn whole"}>
          {cell === status && status !== null && <StatusGlyph status={status} />} {cell}
        </td>
      ))}
      <td>
        <Why claims={claims} of={cells.join(" ")} />
      </td>
    </tr>
  );
}

function Section({ section: { title, about, folded, items } }: { section: CompanySection }) {
  const list = (
    <>
      {about && <p class="muted">{about}</p>}
      <ul>
        {items.map(({ text, claims, command }, index) => (
          <li key={index}>
            {text} <Why claims={claims} of={text} />
            {command && <Command command={command} />}
          </li>
        ))}
      </ul>
    </>
  );
  return folded ? (
    <details class="in-words">
      <summary>
        {title} ({items.length})
      </summary>
      {list}
    </details>
  ) : (
    <section class="in-words">
      <h3>{title}</h3>
      {list}
    </section>
  );
}

/** On paper nothing can be pressed: there stand the ids, as long as the command line prints them. */
const idLength = "c-1f2e3d".length;

function Why({ claims, of }: { claims: readonly string[]; of: string }) {
  if (claims.length === 0) return null;
  return (
    <>
      <button type="button" class="link" data-why={claims[0]} onClick={() => whyOf(claims)}>
        {claims.length === 1 ? "the sentence" : `${claims.length} sentences`}
        <span class="sr"> of {of}</span>
      </button>
      <span class="print-only">
        {claims.map((claim) => (
          <span key={claim}>{claim.slice(0, idLength)} </span>
        ))}
      </span>
    </>
  );
}
