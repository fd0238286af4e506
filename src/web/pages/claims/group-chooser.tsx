/** What the claims are grouped by; the address keeps it. */

import { claimGroupings } from "../../../views/claim-order.ts";
import { Key } from "../../ui/key.tsx";
import { grouping } from "./claims.ts";
import { groupBy } from "./claims-acts.ts";

export function GroupChooser() {
  return (
    <label class="grouping">
      group <Key act="group" />{" "}
      <select
        value={grouping.value ?? ""}
        onChange={({ currentTarget: { value } }) => groupBy(claimGroupings.find((each) => each === value) ?? null)}
      >
        <option value="">none</option>
        {claimGroupings.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}
