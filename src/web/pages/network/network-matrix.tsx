/** The same network as a square table: givers down the side, receivers along the top, each field with what is given and its sentences. */

import { networkMatrix } from "../../../views/network-matrix.ts";
import { StatusGlyph } from "../../ui/status.tsx";
import { answer } from "./network.ts";
import { whyOf } from "./network-acts.ts";

/** A square of more can no longer be read. */
const mostCompanies = 40;

export function NetworkMatrixView() {
  const { givers, receivers, at, more } = networkMatrix(answer.value?.companies ?? [], mostCompanies);
  return (
    <div class="network-matrix" tabIndex={0} role="group" aria-label="Givers and receivers">
      <table>
        <caption>
          Who gives (down) whom (across) what
          {more > 0 && (
            <span class="muted">
              {" "}
              · the first {mostCompanies} companies; the list has {more} more
            </span>
          )}
        </caption>
        <thead>
          <tr>
            <td />
            {receivers.map(({ party, name }) => (
              <th key={party} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {givers.map((giver) => (
            <tr key={giver.party}>
              <th scope="row">{giver.name}</th>
              {receivers.map((receiver) => (
                <td key={receiver.party}>
                  {at(giver, receiver).map(({ text, status, differs, claims }, index) => (
                    <button key={index} type="button" class="plain" data-why={claims[0]} onClick={() => whyOf(claims)}>
                      <StatusGlyph status={status} />
                      <span class="sr">{status}: </span> {text} {differs && <span class="conflict">≠</span>}
                    </button>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
