/** Which columns are shown; the address keeps them. */

import { goWith } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { columns, columnsParam, shownColumns } from "./claims.ts";

export function ColumnChooser() {
  const shown = shownColumns.value;
  return (
    <details class="chooser">
      <summary data-columns>
        Columns <Key act="columns" />
      </summary>
      <fieldset>
        <legend class="sr">Columns</legend>
        {columns.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={shown.includes(column)}
              disabled={shown.length === 1 && shown[0] === column}
              onChange={(event) => {
                const chosen = event.currentTarget.checked
                  ? [...shown, column]
                  : shown.filter((each) => each !== column);
                goWith({ cols: columnsParam(columns.filter((each) => chosen.includes(each))) }, true);
              }}
            />{" "}
            {column}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
