/** Where no company is named: all of them to choose from. Where none is called so: the nearest. */

import type { CompanyLine, CompanyList, UnknownCompany } from "../../../views/company-answers.ts";
import { openLayer } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { goToCompany } from "./company-acts.ts";

export function CompanyChoice({ list: { companies, more } }: { list: CompanyList }) {
  if (companies.length === 0)
    return (
      <div class="empty">
        <h1>No companies yet</h1>
        <p>No claim of this book names a company: it has no documents, or nothing of them is known on this day.</p>
        <button type="button" class="primary" onClick={() => openLayer({ is: "add" })}>
          Add a document
        </button>
      </div>
    );
  return (
    <>
      <header class="company-head">
        <h1>{companies.length === 1 ? "One company" : `${companies.length + more} companies`}: choose one</h1>
        <p class="muted">
          By the number of claims that name them. <Key act="next-company" spoken /> opens the first.
        </p>
      </header>
      <Companies companies={companies} />
      {more > 0 && <p class="muted">{more} with fewer claims are not listed: the palette finds them by name.</p>}
    </>
  );
}

export function NoSuchCompany({ unknown: { written, documents, near } }: { unknown: UnknownCompany }) {
  return (
    <div class="empty">
      <h1>No claims about {written} yet</h1>
      {documents !== null && (
        <p>
          It is named in {documents} {documents === 1 ? "document" : "documents"}.
        </p>
      )}
      {near.length > 0 && (
        <>
          <p>Nearest names:</p>
          <Companies companies={near} />
        </>
      )}
      <p>
        <button type="button" onClick={() => goToCompany("")}>
          All companies
        </button>{" "}
        <button type="button" onClick={() => openLayer({ is: "add" })}>
          Add a document
        </button>
      </p>
    </div>
  );
}

function Companies({ companies }: { companies: readonly CompanyLine[] }) {
  return (
    <div class="twin company-choice" tabIndex={0} role="group" aria-label="Companies">
      <table>
        <thead>
          <tr>
            <th scope="col">company</th>
            <th scope="col">kind</th>
            <th scope="col">claims</th>
            <th scope="col">deals</th>
            <th scope="col">documents</th>
          </tr>
        </thead>
        <tbody>
          {companies.map(({ party, name, kind, claims, deals, documents }) => (
            <tr key={party}>
              <th scope="row">
                <button type="button" class="link" onClick={() => goToCompany(party)}>
                  {name}
                </button>
              </th>
              <td>{kind ?? "in no register"}</td>
              <td class="tn">{claims}</td>
              <td class="tn">{deals}</td>
              <td class="tn">{documents}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
